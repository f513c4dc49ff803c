package org.photoledger.job;

import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.photoledger.custody.LedgerDamagedException;
import org.photoledger.sandbox.WorkersUnusableException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Why a run failed, in the words of the event: a reason from a closed list and one sentence that says what to do. */
record RunFailure(String reason, String detail, int exitCode) {

    private static final String SEE_LOG = " (the log HOME/logs/photoledger.log has the details).";

    static RunFailure of(List<Throwable> failures) {
        if (failures.stream().anyMatch(OutOfMemory::isCauseOf)) {
            return new RunFailure(
                    "MEMORY",
                    "The program ran out of memory: give it more (PHOTOLEDGER_JAVA_OPTIONS=-Xmx1g), then run resume.",
                    ExitCode.FAILED);
        }
        for (Throwable failure : failures) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                RunFailure known = known(cause);
                if (known != null) {
                    return known;
                }
            }
        }
        // not its message, which may hold a value or a path
        String what = failures.isEmpty()
                ? "The job ended without a reason"
                : "Unexpected failure, " + root(failures.get(0)).getClass().getSimpleName();
        return new RunFailure("INTERNAL", what + "; please report it, then run resume" + SEE_LOG, ExitCode.FAILED);
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static @Nullable RunFailure known(Throwable cause) {
        String detail = String.valueOf(cause.getMessage());
        if (cause instanceof BooksDoNotCloseException) {
            return new RunFailure("BOOKS", detail, ExitCode.BOOKS_DO_NOT_CLOSE);
        }
        if (cause instanceof LedgerDamagedException) {
            return new RunFailure("LEDGER", detail, ExitCode.BOOKS_DO_NOT_CLOSE);
        }
        if (cause instanceof SourceLostException) {
            return new RunFailure("SOURCE_LOST", detail, ExitCode.FAILED);
        }
        if (cause instanceof WorkersUnusableException) {
            return new RunFailure("WORKERS", detail, ExitCode.FAILED);
        }
        if (cause instanceof DataAccessException
                || cause instanceof TransactionException
                || cause instanceof UncheckedIOException) {
            return new RunFailure("STORAGE", storageSentence(cause), ExitCode.FAILED);
        }
        return null;
    }

    /** The message of such a failure is a statement with its values: it is for nobody's eyes. */
    private static String storageSentence(Throwable failure) {
        boolean full = String.valueOf(root(failure).getMessage()).contains("No space left");
        return full
                ? "The disk of the " + (failure instanceof UncheckedIOException ? "home" : "database")
                        + " is full: make room, then run resume."
                : "The home or its database cannot be read or written: make room and check its disk, permissions and"
                        + " server, then run resume" + SEE_LOG;
    }
}
