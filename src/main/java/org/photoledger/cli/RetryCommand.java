package org.photoledger.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code retry RUN --part text}: adds a part that an import left out to the photos that it recorded. */
@Command(name = "retry", description = "Add the text to photos that a run recorded without.")
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
            description = "The part to add: text, off photos that were recorded with --text off.")
    private Part part = Part.TEXT;

    /** Parts of an examination that a retry can add. */
    enum Part {
        TEXT
    }

    @Override
    public Integer call() {
        options.home().requireExisting();
        return runOptions.again(
                options, "retry", database -> RunArgument.find(database, run), (runner, chosen) -> switch (part) {
                    case TEXT -> runner.retryText(chosen, RunOptions.operator());
                });
    }
}
