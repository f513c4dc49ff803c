package org.photoledger.job;

import java.io.UncheckedIOException;
import java.util.List;
import org.photoledger.sandbox.WorkersUnusableException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Why a run failed, in the words of the event: a reason from a closed list and one sentence. */
record RunFailure(String reason, String detail, int exitCode) {

    static RunFailure of(List<Throwable> failures) {
        for (Throwable failure : failures) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                RunFailure known = known(cause);
                if (known != null) {
                    return known;
                }
            }
        }
        String detail = failures.isEmpty() ? "the job ended without a reason" : String.valueOf(root(failures.get(0)));
        return new RunFailure("INTERNAL", detail, ExitCode.FAILED);
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static @org.jspecify.annotations.Nullable RunFailure known(Throwable cause) {
        String detail = String.valueOf(cause.getMessage());
        if (cause instanceof BooksDoNotCloseException) {
            return new RunFailure("BOOKS", detail, ExitCode.BOOKS_DO_NOT_CLOSE);
        }
        if (cause instanceof SourceLostException) {
            return new RunFailure("SOURCE_LOST", detail, ExitCode.FAILED);
        }
        if (cause instanceof OutOfMemoryError) {
            return new RunFailure(
                    "MEMORY", "The program ran out of memory; run resume with fewer --workers.", ExitCode.FAILED);
        }
        if (cause instanceof WorkersUnusableException) {
            return new RunFailure("WORKERS", detail, ExitCode.FAILED);
        }
        if (cause instanceof DataAccessException
                || cause instanceof TransactionException
                || cause instanceof UncheckedIOException) {
            return new RunFailure("STORAGE", detail, ExitCode.FAILED);
        }
        return null;
    }
}
