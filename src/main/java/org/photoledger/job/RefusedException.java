package org.photoledger.job;

/** A request that cannot be served as it stands; nothing was written. The message is one sentence for the operator. */
public final class RefusedException extends RuntimeException {

    private final int exitCode;

    public RefusedException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
