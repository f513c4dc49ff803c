package org.photoledger.text;

/** Text cannot be read here: no native library for the platform, or a model that is missing or damaged; the message says which. */
public final class TextUnavailableException extends RuntimeException {

    public TextUnavailableException(String message) {
        super(message);
    }
}
