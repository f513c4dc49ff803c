package org.photoledger.text;

/** Text cannot be read here: no native library for the platform, or a model that is missing or damaged; the message says which. */
public final class TextUnavailableException extends RuntimeException {

    /** Stub. */
    public enum Reason {
        NO_NATIVE_LIBRARY,
        MODEL
    }

    public Reason reason() {
        return Reason.MODEL;
    }

    public TextUnavailableException(String message) {
        super(message);
    }
}
