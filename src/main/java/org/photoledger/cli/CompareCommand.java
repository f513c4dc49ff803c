package org.photoledger.cli;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.photoledger.job.RunReports;
import org.photoledger.report.RunComparison;
import org.photoledger.store.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code compare RUN RUN}: what differs between two runs. */
@Command(
        name = "compare",
        description = "Show what differs between two runs: counts, outcomes, files, versions, settings.")
final class CompareCommand implements Callable<Integer> {

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Parameters(index = "0", paramLabel = "RUN", description = "A run's number, last or last-failed.")
    private String one = "";

    @Parameters(index = "1", paramLabel = "RUN", description = "The run to compare it with.")
    private String other = "";

    @Override
    public Integer call() {
        try (Session session = Session.existing(options, "compare")) {
            RunReports reports = new RunReports(session.database());
            Run first = RunArgument.find(session.database(), one);
            Run second = RunArgument.find(session.database(), other);
            Instant now = Instant.now();
            RunComparison comparison = RunComparison.of(
                    reports.outline(first, now),
                    reports.outline(second, now),
                    session.database().runFiles());
            if (options.json()) {
                ComparisonLines.print(comparison, first, second);
            } else {
                ComparisonText.print(comparison, first, second);
            }
        }
        return 0;
    }
}
