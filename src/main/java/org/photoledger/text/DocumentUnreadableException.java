package org.photoledger.text;

/** A document's text cannot be read. */
public final class DocumentUnreadableException extends Exception {

    public DocumentUnreadableException(String message) {
        super(message);
    }
}
