package org.photoledger.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.photoledger.job.RetryPart;
import org.photoledger.source.Outcome;
import org.photoledger.source.Reason;
import org.photoledger.store.LostFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code retry RUN}: tries again what the run left quarantined or unreadable, by outcome, reason or type; with
 * {@code --password-file F} what it could not open. {@code retry RUN --part PART}: adds a part that an import left out to the
 * photos that it recorded, or renews one; with passwords in what they open, too.
 */
@Command(
        name = "retry",
        description = "Try again what a run left quarantined or unreadable, or open what was encrypted;"
                + " with --part add the text that it left out, or renew hashes that an earlier release made.")
final class RetryCommand implements Callable<Integer> {

    /** As RFC 6838 has it. */
    private static final Pattern TYPE = Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]*/[a-z0-9][a-z0-9!#$&^_.+-]*");

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

    @Option(
            names = "--outcome",
            paramLabel = "O",
            description = "Only files that the run left so: quarantined or unreadable.")
    private @Nullable String outcome;

    @Option(
            names = "--reason",
            paramLabel = "R",
            description = "Only files that it left for this reason: DEADLINE, ...")
    private @Nullable String reason;

    @Option(names = "--type", paramLabel = "T", description = "Only files of this media type: image/jpeg, ...")
    private @Nullable String type;

    @Override
    public Integer call() {
        List<String> passwords = runOptions.passwords();
        LostFiles lost = lost(passwords);
        options.home().requireExisting();
        return runOptions.again(
                options,
                "retry",
                database -> RunArgument.find(database, run),
                (runner, chosen) -> part == null
                        ? runner.again(chosen, lost, passwords, RunOptions.operator())
                        : runner.retry(chosen, part, passwords, RunOptions.operator()));
    }

    private LostFiles lost(List<String> passwords) {
        boolean chosen = outcome != null || reason != null || type != null;
        if (part != null && chosen) {
            throw new UsageException(
                    "--part is about files that were recorded, and --outcome, --reason and --type about"
                            + " files that were lost; retry those in a run of their own.");
        }
        if (!chosen && !passwords.isEmpty()) {
            return LostFiles.ENCRYPTED;
        }
        Outcome left = outcome == null ? null : Words.of(Outcome.class, "--outcome", outcome);
        if (left != null && left != Outcome.QUARANTINED && left != Outcome.UNREADABLE) {
            throw new UsageException("--outcome is \"" + outcome + "\"; retry takes quarantined or unreadable.");
        }
        if (type != null && !TYPE.matcher(type).matches()) {
            throw new UsageException("--type is \"" + type + "\"; it must be a media type such as image/jpeg.");
        }
        return new LostFiles(left, reason == null ? null : Words.of(Reason.class, "--reason", reason), type);
    }
}
