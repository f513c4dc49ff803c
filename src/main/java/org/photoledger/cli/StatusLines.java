package org.photoledger.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.photoledger.job.RunStatus;
import org.photoledger.report.PrintableText;
import org.photoledger.store.Run;
import org.photoledger.store.RunCounts;

/** A run's status as lines for people. */
final class StatusLines {

    private StatusLines() {}

    /** Of a run at work, as its {@code status.json} tells it. */
    static void ofLiving(Map<String, Object> live) {
        System.out.println("Run " + live.get("run") + " of " + PrintableText.of(String.valueOf(live.get("source")))
                + " is at work");
        System.out.println("  " + LiveView.progressOf(live).line());
        System.out.println("  launched " + live.get("launched")
                + (Boolean.TRUE.equals(live.get("resumed")) ? " to go on with it" : "") + ", process "
                + live.get("process"));
    }

    /** Of one that nobody has at work. */
    static void of(Run run, RunCounts counts, GlobalOptions options) {
        RunStatus status = RunStatus.valueOf(run.status());
        System.out.println("Run " + run.number() + " of " + PrintableText.of(run.sourceName()) + " "
                + options.painted(Paint.of(status), word(status, run.reason())));
        System.out.println("  started " + run.started() + (run.ended() == null ? "" : ", ended " + run.ended())
                + ", launched " + (run.executions() == 1 ? "once" : run.executions() + " times") + " by "
                + PrintableText.of(run.operator()) + " with " + run.softwareVersion());
        EndLines.printCounts(counts);
    }

    /** The lock is ours, so whoever left it running is dead. */
    private static String word(RunStatus status, @Nullable String reason) {
        if (status == RunStatus.RUNNING) {
            return "was killed";
        }
        return EndLines.word(status) + (status == RunStatus.FAILED && reason != null ? ": " + reason : "");
    }
}
