package org.photoledger.job;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The files that were longest in work in this launch. Safe for use by several threads. */
final class SlowestFiles implements RunEvents {

    /** How many are kept. */
    static final int KEPT = 20;

    /** A file that was in work for so long; path is lossless text. */
    record Slow(String path, long milliseconds) {}

    private final LongSupplier nanos;
    private final Map<String, Long> inWork = new HashMap<>();
    private final PriorityQueue<Slow> slowest = new PriorityQueue<>(Comparator.comparingLong(Slow::milliseconds));

    /** By a clock for durations, such as System::nanoTime. */
    SlowestFiles(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public synchronized void begun(String path) {
        inWork.put(path, nanos.getAsLong());
    }

    @Override
    public synchronized void ended(String path) {
        Long since = inWork.remove(path);
        if (since != null) {
            slowest.add(new Slow(path, TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong() - since)));
            if (slowest.size() > KEPT) {
                slowest.remove();
            }
        }
    }

    /** The slowest first. */
    synchronized List<Slow> slowest() {
        return slowest(slowest);
    }

    /** The slowest of these, each once. */
    static List<Slow> slowest(Collection<Slow> files) {
        return files.stream()
                .distinct()
                .sorted(Comparator.comparingLong(Slow::milliseconds).reversed().thenComparing(Slow::path))
                .limit(KEPT)
                .toList();
    }
}
