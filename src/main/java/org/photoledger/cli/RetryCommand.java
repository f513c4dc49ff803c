package org.photoledger.cli;

import java.util.concurrent.Callable;
import org.photoledger.job.RetryPart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code retry RUN --part PART}: adds a part that an import left out to the photos that it recorded, or renews one. */
@Command(
        name = "retry",
        description =
                "Add the text to photos that a run recorded without, or renew hashes that an earlier release made.")
final class RetryCommand implements Callable<Integer> {

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Mixin
    private RunOptions runOptions = new RunOptions();

    @Parameters(paramLabel = "RUN", description = "A run's number, last or last-failed.")
    private String run = "last";

    @Option(
            names = "--part",
            paramLabel = "PART",
            required = true,
            description = "text: off photos that were recorded with --text off."
                    + " hash: of photos that were recorded with another algorithm than that in force.")
    private RetryPart part = RetryPart.TEXT;

    @Override
    public Integer call() {
        options.home().requireExisting();
        return runOptions.again(
                options,
                "retry",
                database -> RunArgument.find(database, run),
                (runner, chosen) -> runner.retry(chosen, part, RunOptions.operator()));
    }
}
