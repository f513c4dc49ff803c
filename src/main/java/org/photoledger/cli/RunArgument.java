package org.photoledger.cli;

import java.util.Optional;
import org.photoledger.job.ExitCode;
import org.photoledger.job.RefusedException;
import org.photoledger.store.Database;
import org.photoledger.store.Run;

/** The argument RUN: a number, {@code last} or {@code last-failed}. */
final class RunArgument {

    private RunArgument() {}

    static Run find(Database database, String argument) {
        Optional<Run> run = switch (argument) {
            case "last" -> database.runs().last();
            case "last-failed" -> database.runs().lastUnfinished();
            default -> database.runs().byNumber(number(argument));
        };
        return run.orElseThrow(() -> new RefusedException(
                ExitCode.NOT_FOUND, "There is no run " + argument + "; photoledger runs lists them."));
    }

    private static long number(String argument) {
        try {
            return Long.parseLong(argument);
        } catch (NumberFormatException e) {
            throw new UsageException("RUN is \"" + argument + "\"; it must be a number, last or last-failed.");
        }
    }
}
