package org.photoledger.store;

/** The database was written by a newer release; nothing was changed. The message is one sentence for the operator. */
public final class NewerSchemaException extends RuntimeException {

    public NewerSchemaException(String message) {
        super(message);
    }
}
