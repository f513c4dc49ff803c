package org.photoledger.sandbox;

/** Worker processes die before they are ready: the machine or the installation is at fault, not a file. */
public final class WorkersUnusableException extends RuntimeException {

    private final String lastWords;

    WorkersUnusableException(String message, String lastWords) {
        super(message + lastWords);
        this.lastWords = lastWords;
    }

    /** What the last worker said on its standard error, empty where none was started. */
    public String lastWords() {
        return lastWords;
    }
}
