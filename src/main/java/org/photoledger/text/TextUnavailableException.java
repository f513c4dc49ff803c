package org.photoledger.text;

/** Text cannot be read here; the message says in one sentence why, and names the file and what helps where it is a file. */
public final class TextUnavailableException extends RuntimeException {

    /** What is missing. */
    public enum Reason {
        /** The runtime of the models has no library for this platform: text is off. */
        NO_NATIVE_LIBRARY,
        /** A model, or its dictionary, is missing, damaged or of another kind. */
        MODEL
    }

    private final Reason reason;

    public TextUnavailableException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
