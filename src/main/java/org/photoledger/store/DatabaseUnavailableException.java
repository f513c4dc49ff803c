package org.photoledger.store;

/** The database cannot be opened or used as it is; nothing was changed. The message is one sentence for the operator. */
public final class DatabaseUnavailableException extends RuntimeException {

    public DatabaseUnavailableException(String message) {
        super(message);
    }

    /** The cause tells whether it is the program that had no memory. */
    DatabaseUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
