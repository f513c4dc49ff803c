package org.photoledger.image;

/** A structure wants bytes beyond the end of the part that holds them; becomes a finding, never leaves the package. */
final class CutShortException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String what;

    CutShortException(String message) {
        super(message, null, false, false);
        what = message;
    }

    String what() {
        return what;
    }
}
