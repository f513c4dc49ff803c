package org.photoledger.job;

/** Tells a program without memory from what fails for want of it. */
public final class OutOfMemory {

    private OutOfMemory() {}

    /** Whatever wraps it: a database tells it as a failure of its own. */
    public static boolean isCauseOf(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof OutOfMemoryError)) {
            cause = cause.getCause();
        }
        return cause != null;
    }
}
