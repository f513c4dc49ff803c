package org.photoledger.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.photoledger.job.RunEnd;
import org.photoledger.job.RunEvents;
import org.photoledger.job.RunStatus;
import org.photoledger.report.PrintableText;
import org.photoledger.store.Run;
import org.photoledger.store.RunCounts;

/** Tells a run's progress on standard error and its end on standard output, as lines for people or as JSON. */
final class RunTeller implements RunEvents {

    private static final long JSON_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long PLAIN_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final GlobalOptions options;
    private final boolean silent;
    private final Path home;
    private final String database;
    private final JsonLines lines = new JsonLines();
    private final AtomicLong files = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong lastTold = new AtomicLong(System.nanoTime());

    RunTeller(GlobalOptions options, RunOptions.ProgressStyle style, Session session) {
        this.options = options;
        this.silent = style == RunOptions.ProgressStyle.NONE || options.quiet();
        this.home = session.home().folder();
        String url = session.settings().database().url();
        this.database = url.isEmpty() ? home.resolve("photoledger.mv.db").toString() : url;
    }

    @Override
    public void started(Run run, boolean resumed) {
        if (options.json()) {
            lines.print("run.started", Map.of("run", run.number(), "source", run.sourceName(), "resumed", resumed));
        } else {
            say((resumed ? "resuming run " : "run ") + run.number() + " of " + PrintableText.of(run.sourceName()));
        }
    }

    @Override
    public void step(String name) {
        if (options.json()) {
            lines.print("step", Map.of("step", name));
        } else if (options.verbose()) {
            say("step " + name);
        }
    }

    @Override
    public void inventoried(long names) {
        if (due()) {
            progress("inventory", names);
        }
    }

    @Override
    public void settled(long settledFiles, long settledBytes) {
        long total = files.addAndGet(settledFiles);
        bytes.addAndGet(settledBytes);
        if (due()) {
            progress("examine", total);
        }
    }

    private void progress(String step, long count) {
        if (options.json()) {
            lines.print("progress", Map.of("step", step, "files", count, "bytes", bytes.get()));
        } else {
            say(step + ": " + count + " files, " + (bytes.get() >> 20) + " MiB");
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
            lines.print("file", Map.of("path", path, "outcome", outcome, "reason", reason));
        } else {
            say(outcome + " (" + reason + "): " + PrintableText.of(path));
        }
    }

    @Override
    public void notice(String message) {
        if (options.json()) {
            lines.print("notice", Map.of("message", message));
        } else {
            say(message);
        }
    }

    private void say(String text) {
        if (!silent) {
            System.err.println("photoledger: " + text);
        }
    }

    void finished(RunEnd end, int exitCode) {
        if (options.json()) {
            lines.print("run.finished", members(end, exitCode));
        } else {
            sayEnd(end);
        }
    }

    static Map<String, Object> members(RunEnd end, int exitCode) {
        RunCounts counts = end.counts();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("status", end.status().name());
        members.put("exitCode", exitCode);
        members.put("run", end.run());
        if (end.reason() != null) {
            members.put("reason", end.reason());
            members.put("detail", String.valueOf(end.detail()));
        }
        members.putAll(countsOf(counts));
        members.put("nearDuplicatePairs", end.nearDuplicatePairs());
        members.put("seconds", Math.round(end.seconds() * 1000) / 1000.0);
        return members;
    }

    static Map<String, Long> countsOf(RunCounts counts) {
        Map<String, Long> members = new LinkedHashMap<>();
        members.put("names", counts.names());
        members.put("unchanged", counts.unchanged());
        members.put("found", counts.found());
        members.put("recorded", counts.recorded());
        members.put("duplicate", counts.duplicate());
        members.put("container", counts.container());
        members.put("ignored", counts.ignored());
        members.put("unreadable", counts.unreadable());
        members.put("quarantined", counts.quarantined());
        members.put("pending", counts.pending());
        return members;
    }

    private void sayEnd(RunEnd end) {
        RunCounts counts = end.counts();
        System.out.printf(Locale.ROOT, "Run %d %s in %.1f s%n", end.run(), word(end.status()), end.seconds());
        System.out.printf(
                "  names       %7d = %d unchanged + %d found%n", counts.names(), counts.unchanged(), counts.found());
        countsOf(counts).forEach((name, count) -> {
            if (!name.equals("names") && !name.equals("unchanged") && !name.equals("found")) {
                System.out.printf("  %-11s %7d%n", name, count);
            }
        });
        if (end.reason() != null) {
            System.out.println("Reason:   " + end.reason() + ": " + PrintableText.of(String.valueOf(end.detail())));
        }
        System.out.println("Database: " + database);
        System.out.println("Report:   " + home.resolve("reports").resolve("run-" + end.run() + ".html"));
        System.out.println(
                end.status() == RunStatus.COMPLETE
                        ? "Next:     photoledger files " + end.run() + "   or   photoledger export --format csv -o DIR"
                        : "Next:     photoledger resume");
    }

    private static String word(RunStatus status) {
        return switch (status) {
            case COMPLETE -> "is complete";
            case STOPPED -> "was stopped";
            case FAILED -> "failed";
            case RUNNING -> "is running";
        };
    }
}
