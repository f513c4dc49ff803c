package org.photoledger.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.photoledger.store.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code status [RUN] [--watch]}: where a run stands, and what to type next; or again and again as long as it lives. */
@Command(name = "status", description = "Show where a run stands (default: the last one).")
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Parameters(
            paramLabel = "RUN",
            arity = "0..1",
            defaultValue = "last",
            description = "A run's number, last or last-failed.")
    private String run = "last";

    @Option(names = "--watch", description = "Show it every second until the run ends.")
    private boolean watch;

    @Override
    public Integer call() throws InterruptedException {
        if (watch) {
            new LiveView(options, this::living).show();
        }
        Optional<Map<String, Object>> live = living();
        if (live.isEmpty()) {
            recorded();
        } else if (options.json()) {
            json(live.get());
        } else {
            StatusLines.ofLiving(live.get());
            System.out.println("It is at work; end it at its next chunk with: " + options.command("stop"));
        }
        return 0;
    }

    private Optional<Map<String, Object>> living() {
        return LiveStatus.living(options.home()).filter(this::asked);
    }

    private boolean asked(Map<String, Object> live) {
        return run.equals("last") || run.equals(String.valueOf(live.get("run")));
    }

    private void recorded() {
        try (Session session = Session.existing(options, "status")) {
            Run found = RunArgument.find(session.database(), run);
            if (options.json()) {
                json(RunsCommand.members(session.database(), found));
                return;
            }
            StatusLines.of(found, session.database().sourceFiles().counts(found.number(), found.sourceId()), options);
            System.out.println(
                    found.status().equals("COMPLETE") ? "Nothing to do." : "Next: " + options.command("resume"));
        }
    }

    private static void json(Map<String, ?> members) {
        new JsonLines().print("run", members);
        new JsonLines().end(0);
    }
}
