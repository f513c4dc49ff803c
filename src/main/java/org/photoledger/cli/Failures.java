package org.photoledger.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.photoledger.job.ExitCode;
import org.photoledger.job.OutOfMemory;
import org.photoledger.job.RefusedException;
import org.photoledger.report.PrintableText;
import org.photoledger.store.Database;
import org.photoledger.store.DatabaseUnavailableException;
import org.photoledger.store.NewerSchemaException;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what went wrong before a run started: one sentence on stderr, or an error line with --json. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

    static final String OUT_OF_MEMORY =
            "The program ran out of memory: give it more (PHOTOLEDGER_JAVA_OPTIONS=-Xmx1g), then try again.";

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        List<String> known = knownWords(e.getCommandLine());
        if (e instanceof UnmatchedArgumentException unmatched && !known.isEmpty()) {
            String typed = unmatched.getUnmatched().get(0);
            message += "; did you mean " + Nearest.of(typed, known) + "?";
        }
        return tell(Arrays.asList(arguments).contains("--json"), ExitCode.USAGE, message + help(e.getCommandLine()));
    }

    private static String help(CommandLine command) {
        return " (" + command.getCommandSpec().qualifiedName() + " --help shows what it takes.)";
    }

    private static List<String> knownWords(CommandLine command) {
        java.util.ArrayList<String> words =
                new java.util.ArrayList<>(command.getCommandSpec().optionsMap().keySet());
        words.addAll(command.getSubcommands().keySet());
        return words;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        boolean json = parsed.originalArgs().contains("--json");
        if (OutOfMemory.isCauseOf(e)) {
            return tell(json, ExitCode.FAILED, OUT_OF_MEMORY);
        }
        if (e instanceof UsageException) {
            return tell(json, ExitCode.USAGE, e.getMessage());
        }
        if (e instanceof RefusedException refused) {
            return tell(json, refused.exitCode(), refused.getMessage());
        }
        if (e instanceof DatabaseUnavailableException || e instanceof NewerSchemaException) {
            return tell(json, ExitCode.DATABASE_UNUSABLE, e.getMessage());
        }
        LoggerFactory.getLogger(Failures.class).error("unexpected failure", e);
        if (e instanceof DataAccessException || e instanceof TransactionException) {
            return tell(
                    json,
                    ExitCode.DATABASE_UNUSABLE,
                    "The database gives no answer (" + Database.codeOf(e)
                            + "); check its disk or server, then run photoledger verify.");
        }
        return tell(
                json,
                ExitCode.FAILED,
                "Unexpected failure (" + e.getClass().getSimpleName()
                        + "), please report it with the logs in HOME/logs.");
    }

    private static int tell(boolean json, int code, @org.jspecify.annotations.Nullable String message) {
        String text = String.valueOf(message);
        if (json) {
            new JsonLines().print("error", Map.of("exitCode", code, "message", text));
        } else {
            System.err.println("photoledger: " + PrintableText.of(text));
        }
        return code;
    }
}
