package org.photoledger.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.photoledger.job.RunEnd;
import org.photoledger.job.RunEvents;
import org.photoledger.store.Run;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the run's log what it does: numbers and codes, never a name, path or value of a file. Safe for use by several threads. */
final class RunLog implements RunEvents {

    private static final Logger LOG = LoggerFactory.getLogger(RunLog.class);

    private final LongSupplier nanos;
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private String step = "";
    private long begun;

    /** By a clock for durations, such as System::nanoTime. */
    RunLog(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public synchronized void started(Run run, boolean resumed) {
        endStep();
        LogName.ofRun(run.number());
        LOG.info(
                "run {} {}, launch {}, photoledger {}, Java {}, process {}",
                run.number(),
                resumed ? "resumed" : "started",
                run.executions(),
                Version.number(),
                Runtime.version(),
                ProcessHandle.current().pid());
    }

    @Override
    public synchronized void step(String name) {
        endStep();
        step = name;
        begun = nanos.getAsLong();
        LOG.info("step {} begins", name);
    }

    @Override
    public synchronized void inventoried(long seen) {
        counts.put("names", seen);
    }

    @Override
    public synchronized void awaiting(long pending) {
        LOG.info("{} files wait", pending);
    }

    @Override
    public synchronized void settled(long files, long bytes) {
        counts.merge("files", files, Long::sum);
        counts.merge("bytes", bytes, Long::sum);
    }

    @Override
    public synchronized void recorded(long photos, long copies) {
        counts.merge("photos", photos, Long::sum);
        counts.merge("copies", copies, Long::sum);
    }

    @Override
    public synchronized void lost(String path, String outcome, String reason) {
        counts.merge(outcome, 1L, Long::sum);
    }

    private void endStep() {
        if (!step.isEmpty()) {
            LOG.info(
                    "step {} ended after {} s, {}",
                    step,
                    seconds((nanos.getAsLong() - begun) / 1e9),
                    new LinkedHashMap<>(counts));
        }
        step = "";
        counts.clear();
    }

    synchronized void ended(RunEnd end, int exitCode) {
        endStep();
        LOG.info(
                "run {} {}, exit {}, {} s, {}",
                end.run(),
                end.status(),
                exitCode,
                seconds(end.seconds()),
                end.counts() == null ? "counts unknown" : end.counts().byName());
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f", seconds);
    }
}
