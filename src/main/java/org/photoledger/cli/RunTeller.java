package org.photoledger.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.photoledger.job.AllEvents;
import org.photoledger.job.RunEnd;
import org.photoledger.job.RunEvents;
import org.photoledger.report.PrintableText;
import org.photoledger.store.Run;
import org.photoledger.store.RunCounts;

/** Tells a run's progress on standard error and its end on standard output, as lines for people or as JSON. */
final class RunTeller implements RunEvents, AutoCloseable {

    private static final long JSON_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long PLAIN_NANOS = TimeUnit.SECONDS.toNanos(30);

    /** Longest wait for a line that another thread prints before a process that must go prints its last one. */
    private static final long LAST_LINE_MILLIS = 100;

    private static final Map<String, ToLongFunction<RunCounts>> COUNTS = new LinkedHashMap<>();

    static {
        COUNTS.put("names", RunCounts::names);
        COUNTS.put("unchanged", RunCounts::unchanged);
        COUNTS.put("found", RunCounts::found);
        COUNTS.put("recorded", RunCounts::recorded);
        COUNTS.put("duplicate", RunCounts::duplicate);
        COUNTS.put("container", RunCounts::container);
        COUNTS.put("ignored", RunCounts::ignored);
        COUNTS.put("unreadable", RunCounts::unreadable);
        COUNTS.put("quarantined", RunCounts::quarantined);
        COUNTS.put("pending", RunCounts::pending);
    }

    private final GlobalOptions options;
    private final boolean silent;
    private final Path home;
    private final String database;
    private final JsonLines lines = new JsonLines();
    private final RunProgress progress = new RunProgress(System::nanoTime);
    private final AtomicLong lastTold = new AtomicLong(System.nanoTime());
    private final ReentrantLock telling = new ReentrantLock();
    private final boolean barAsked;
    private volatile @Nullable ProgressBar bar;
    private volatile @Nullable Begun begun;
    private boolean over;

    /** The run that is at work, and since when by the system's clock for durations. */
    record Begun(Run run, long nanos) {

        double seconds() {
            return (System.nanoTime() - nanos) / 1e9;
        }
    }

    RunTeller(GlobalOptions options, RunOptions.ProgressStyle style, Session session) {
        this.options = options;
        this.silent = style == RunOptions.ProgressStyle.NONE || options.quiet();
        this.barAsked = !silent
                && (style == RunOptions.ProgressStyle.BAR
                        || (style == RunOptions.ProgressStyle.AUTO && Terminal.isThere() && !options.json()));
        this.home = session.home().folder();
        String url = session.settings().database().url();
        this.database = url.isEmpty() ? home.resolve("photoledger.mv.db").toString() : url;
    }

    /** What is added up of the run. */
    RunProgress progress() {
        return progress;
    }

    /** All that is to hear of the run: its progress first, since the others tell that, and this one last. */
    RunEvents with(RunEvents... others) {
        List<RunEvents> all = new ArrayList<>(List.of(progress));
        all.addAll(List.of(others));
        all.add(this);
        return new AllEvents(all);
    }

    /** The bar is gone. */
    @Override
    public void close() {
        ProgressBar shown = bar;
        if (shown != null) {
            shown.close();
        }
    }

    /** The run that has begun, null before. */
    @Nullable
    Begun begun() {
        return begun;
    }

    @Override
    public void started(Run run, boolean resumed) {
        begun = new Begun(run, System.nanoTime());
        if (options.json()) {
            line("run.started", Map.of("run", run.number(), "source", run.sourceName(), "resumed", resumed));
        } else {
            say((resumed ? "resuming run " : "run ") + run.number() + " of " + PrintableText.of(run.sourceName()));
        }
        if (barAsked) {
            bar = ProgressBar.on(() -> progress.now().line(), Terminal.columns());
        }
    }

    @Override
    public void step(String name) {
        if (options.json()) {
            line("step", Map.of("step", name));
        } else if (options.verbose()) {
            say("step " + name);
        }
    }

    @Override
    public void inventoried(long names) {
        tellProgress();
    }

    @Override
    public void ended(String path) {
        tellProgress();
    }

    @Override
    public void settled(long settledFiles, long settledBytes) {
        tellProgress();
    }

    private void tellProgress() {
        if (due()) {
            Progress now = progress.now();
            if (options.json()) {
                line("progress", now.members());
            } else if (bar == null) {
                say(now.line());
            }
        }
    }

    private boolean due() {
        long now = System.nanoTime();
        long last = lastTold.get();
        return now - last >= (options.json() ? JSON_NANOS : PLAIN_NANOS) && lastTold.compareAndSet(last, now);
    }

    @Override
    public void lost(String path, String outcome, String reason) {
        if (options.json()) {
            line("file", Map.of("path", path, "outcome", outcome, "reason", reason));
        } else {
            say(outcome + " (" + reason + "): " + PrintableText.of(path));
        }
    }

    @Override
    public void notice(String message) {
        if (options.json()) {
            line("notice", Map.of("message", message));
        } else {
            say(message);
        }
    }

    private void say(String text) {
        if (!silent) {
            System.err.println("photoledger: " + text);
        }
    }

    /** Nothing follows the end of a run. */
    private void line(String type, Map<String, ? extends @Nullable Object> members) {
        telling.lock();
        try {
            if (!over) {
                lines.print(type, members);
            }
        } finally {
            telling.unlock();
        }
    }

    /** Tells the run's end, unless it was told already. */
    void finished(RunEnd end, int exitCode) {
        telling.lock();
        try {
            endOnce(end, exitCode);
        } finally {
            telling.unlock();
        }
    }

    /** The same for a process that must go: it does not wait for a reader that reads no more. */
    void cutOff(RunEnd end, int exitCode) throws InterruptedException {
        if (telling.tryLock(LAST_LINE_MILLIS, TimeUnit.MILLISECONDS)) {
            try {
                endOnce(end, exitCode);
            } finally {
                telling.unlock();
            }
        }
    }

    private void endOnce(RunEnd end, int exitCode) {
        if (over) {
            return;
        }
        over = true;
        close();
        if (end.reason() != null) {
            System.err.println("photoledger: run " + end.run() + " failed, " + end.reason() + ": "
                    + PrintableText.of(String.valueOf(end.detail())));
        }
        if (options.json()) {
            lines.print("run.finished", members(end, exitCode));
        } else {
            new EndLines(options, home, database).print(end, begun == null ? null : begun.run());
        }
        System.out.flush();
    }

    static Map<String, @Nullable Object> members(RunEnd end, int exitCode) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("status", end.status().name());
        members.put("exitCode", exitCode);
        members.put("run", end.run());
        if (end.reason() != null) {
            members.put("reason", end.reason());
            members.put("detail", String.valueOf(end.detail()));
        }
        members.putAll(countsOf(end.counts()));
        members.put(
                "nearDuplicatePairs",
                end.duplicates() == null ? null : end.duplicates().allPairs());
        members.put("duplicates", end.duplicates());
        members.put("seconds", Math.round(end.seconds() * 1000) / 1000.0);
        return members;
    }

    /** The counts by name; null each where they are not known. */
    static Map<String, @Nullable Long> countsOf(@Nullable RunCounts counts) {
        Map<String, @Nullable Long> members = new LinkedHashMap<>();
        COUNTS.forEach((name, count) -> members.put(name, counts == null ? null : count.applyAsLong(counts)));
        return members;
    }
}
