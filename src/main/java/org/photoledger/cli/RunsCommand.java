package org.photoledger.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.photoledger.report.PrintableText;
import org.photoledger.store.Database;
import org.photoledger.store.Run;
import org.photoledger.store.RunCounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code runs}: every run of the home with its counts. */
@Command(name = "runs", description = "List the runs of this home.")
final class RunsCommand implements Callable<Integer> {

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Override
    public Integer call() {
        try (Session session = Session.existing(options, "runs")) {
            List<Run> runs = session.database().runs().all();
            if (options.json()) {
                runs.forEach(run -> new JsonLines().print("run", members(session.database(), run)));
                new JsonLines().end(0);
            } else {
                print(session.database(), runs);
            }
        }
        return 0;
    }

    private static void print(Database database, List<Run> runs) {
        System.out.printf(
                "%5s  %-9s %-20s %7s %9s %9s %8s %11s %10s %7s  %s%n",
                "RUN",
                "STATUS",
                "STARTED",
                "FOUND",
                "RECORDED",
                "DUPLICATE",
                "IGNORED",
                "QUARANTINED",
                "UNREADABLE",
                "PENDING",
                "SOURCE");
        for (Run run : runs) {
            RunCounts counts = database.sourceFiles().counts(run.number(), run.sourceId());
            System.out.printf(
                    "%5d  %-9s %-20.19s %7d %9d %9d %8d %11d %10d %7d  %s%n",
                    run.number(),
                    run.status(),
                    run.started(),
                    counts.found(),
                    counts.recorded(),
                    counts.duplicate(),
                    counts.ignored(),
                    counts.quarantined(),
                    counts.unreadable(),
                    counts.pending(),
                    PrintableText.of(run.sourceName()));
        }
    }

    static Map<String, Object> members(Database database, Run run) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("run", run.number());
        members.put("source", run.sourceName());
        members.put("status", run.status());
        members.put("reason", run.reason());
        members.put("started", run.started().toString());
        members.put("ended", run.ended() == null ? null : run.ended().toString());
        members.put("executions", run.executions());
        members.put("operator", run.operator());
        members.put("softwareVersion", run.softwareVersion());
        members.putAll(RunTeller.countsOf(database.sourceFiles().counts(run.number(), run.sourceId())));
        return members;
    }
}
