package org.photoledger.store;

import org.jspecify.annotations.Nullable;

/** The database could not be written anew; it is as it was. */
public final class CompactionException extends RuntimeException {

    public CompactionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
