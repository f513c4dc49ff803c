package org.photoledger.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.photoledger.job.RunEnd;
import org.photoledger.job.RunStatus;
import org.photoledger.store.Run;
import org.photoledger.store.RunCounts;

/** The end of a run as lines for people. */
record EndLines(GlobalOptions options, Path home, String database) {

    /** Launched is the run that this process went on with; null where it did nothing. */
    void print(RunEnd end, @Nullable Run launched) {
        System.out.println("Run " + end.run() + " " + options.painted(Paint.of(end.status()), word(end.status()))
                + (launched == null ? "" : took(launched, end)));
        if (launched == null) {
            System.out.println("  nothing was done");
        } else if (end.counts() == null) {
            System.out.println("  counts are not known: the database gives no answer");
        } else {
            printCounts(end.counts());
        }
        if (end.reason() != null) {
            System.out.println("Reason:   " + end.reason());
        }
        System.out.println("Database: " + database);
        System.out.println("Report:   " + home.resolve("reports").resolve("run-" + end.run() + ".html"));
        System.out.println(
                end.status() == RunStatus.COMPLETE
                        ? "Next:     " + options.command("files " + end.run())
                        : "Next:     " + options.command("resume"));
    }

    private static String took(Run run, RunEnd end) {
        String seconds = String.format(Locale.ROOT, "%.1f s", end.seconds());
        return run.executions() > 1
                ? "; this launch, number " + run.executions() + ", took " + seconds
                : " in " + seconds;
    }

    static void printCounts(RunCounts counts) {
        System.out.printf(
                "  names       %7d = %d unchanged + %d found%n", counts.names(), counts.unchanged(), counts.found());
        RunTeller.countsOf(counts).forEach((name, count) -> {
            if (!name.equals("names") && !name.equals("unchanged") && !name.equals("found")) {
                System.out.printf("  %-11s %7d%n", name, count);
            }
        });
    }

    static String word(RunStatus status) {
        return switch (status) {
            case COMPLETE -> "is complete";
            case STOPPED -> "was stopped";
            case FAILED -> "failed";
            case RUNNING -> "is running";
        };
    }
}
