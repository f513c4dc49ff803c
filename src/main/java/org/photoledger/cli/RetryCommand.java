package org.photoledger.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.photoledger.job.RetryPart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code retry RUN --part PART}: adds a part that an import left out to the photos that it recorded, or renews one;
 * {@code retry RUN --password-file F}: opens what it could not. Both: adds the part to what the passwords open, too.
 */
@Command(
        name = "retry",
        description = "Add the text to photos that a run recorded without, renew hashes that an earlier release made,"
                + " or open what was encrypted.")
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
            description = "text: off photos that were recorded with --text off."
                    + " hash: of photos that were recorded with another algorithm than that in force.")
    private @Nullable RetryPart part;

    @Override
    public Integer call() {
        options.home().requireExisting();
        List<String> passwords = runOptions.passwords();
        if (part == null && passwords.isEmpty()) {
            throw new UsageException(
                    "retry needs --part text|hash, or --password-file F with passwords in it for what the run could not"
                            + " open, or both where what is to be read again is encrypted.");
        }
        return runOptions.again(
                options,
                "retry",
                database -> RunArgument.find(database, run),
                (runner, chosen) -> part == null
                        ? runner.reopen(chosen, passwords, RunOptions.operator())
                        : runner.retry(chosen, part, passwords, RunOptions.operator()));
    }
}
