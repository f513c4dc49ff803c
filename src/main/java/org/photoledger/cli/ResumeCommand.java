package org.photoledger.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.photoledger.job.ExitCode;
import org.photoledger.job.RefusedException;
import org.photoledger.store.Database;
import org.photoledger.store.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code resume [RUN]}: goes on with a run that was stopped, failed or was killed. */
@Command(name = "resume", description = "Go on with a run that was stopped, failed or was killed.")
final class ResumeCommand implements Callable<Integer> {

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Mixin
    private RunOptions runOptions = new RunOptions();

    @Parameters(
            paramLabel = "RUN",
            arity = "0..1",
            description = "A run's number, last or last-failed (default: the last unfinished run).")
    private @Nullable String run;

    @Option(names = "--accept-changes", description = "Go on though settings, versions or the source's volume changed.")
    private boolean acceptChanges;

    @Override
    public Integer call() {
        options.home().requireExisting();
        return runOptions.again(
                options,
                "resume",
                this::chosen,
                (runner, chosen) -> runner.resume(chosen, acceptChanges, runOptions.passwords()));
    }

    private Run chosen(Database database) {
        if (run != null && !run.equals("last-failed")) {
            return RunArgument.find(database, run);
        }
        Optional<Run> unfinished = database.runs().lastUnfinished();
        return unfinished
                .or(() -> database.runs().last())
                .orElseThrow(() ->
                        new RefusedException(ExitCode.NOT_FOUND, "There is no run to resume; start one with import."));
    }
}
