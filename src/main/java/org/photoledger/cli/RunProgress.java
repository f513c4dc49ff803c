package org.photoledger.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.photoledger.job.RunEvents;
import org.photoledger.source.Outcome;

/** Adds up what a run tells. Safe for use by several threads. */
final class RunProgress implements RunEvents {

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier nanos;
    private final Map<String, Long> inWork = new LinkedHashMap<>();
    private final List<Sample> samples = new ArrayList<>();
    private String step = "";
    private long names;
    private long awaiting;
    private long files;
    private long looked;
    private long bytes;
    private long photos;
    private long copies;
    private long quarantined;
    private long unreadable;

    /** What was settled when. */
    private record Sample(long at, long files, long bytes) {}

    /** By a clock for durations, such as System::nanoTime. */
    RunProgress(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized Progress now() {
        Sample first = samples.isEmpty() ? null : samples.get(0);
        double seconds = first == null ? 0 : (nanos.getAsLong() - first.at()) / 1e9;
        double filesPerSecond = first == null || seconds <= 0 ? 0 : (files - first.files()) / seconds;
        double bytesPerSecond = first == null || seconds <= 0 ? 0 : (bytes - first.bytes()) / seconds;
        Map.@Nullable Entry<String, Long> slowest =
                inWork.isEmpty() ? null : inWork.entrySet().iterator().next();
        return new Progress(
                step,
                names,
                awaiting,
                files,
                looked,
                bytes,
                filesPerSecond,
                bytesPerSecond,
                photos,
                copies,
                quarantined,
                unreadable,
                slowest == null ? null : slowest.getKey(),
                slowest == null ? 0 : TimeUnit.NANOSECONDS.toSeconds(nanos.getAsLong() - slowest.getValue()));
    }

    @Override
    public synchronized void step(String name) {
        step = name;
        looked = 0;
        samples.clear();
        sample();
    }

    @Override
    public synchronized void inventoried(long seen) {
        names = seen;
    }

    @Override
    public synchronized void awaiting(long pendingFiles) {
        awaiting = pendingFiles;
    }

    @Override
    public synchronized void begun(String path) {
        inWork.put(path, nanos.getAsLong());
    }

    @Override
    public synchronized void ended(String path) {
        inWork.remove(path);
        looked++;
    }

    @Override
    public synchronized void settled(long settledFiles, long settledBytes) {
        files += settledFiles;
        bytes += settledBytes;
        sample();
    }

    /** The first is that from which the rate is taken: the last one that is a minute old, or the oldest there is. */
    private void sample() {
        long now = nanos.getAsLong();
        samples.add(new Sample(now, files, bytes));
        while (samples.size() > 2 && now - samples.get(1).at() >= MINUTE) {
            samples.remove(0);
        }
    }

    @Override
    public synchronized void recorded(long newPhotos, long newCopies) {
        photos += newPhotos;
        copies += newCopies;
    }

    @Override
    public synchronized void lost(String path, String outcome, String reason) {
        if (outcome.equals(Outcome.QUARANTINED.word())) {
            quarantined++;
        } else {
            unreadable++;
        }
    }
}
