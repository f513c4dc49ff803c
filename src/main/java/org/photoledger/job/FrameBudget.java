package org.photoledger.job;

import java.util.concurrent.Semaphore;

/** Bounds the bytes of source files that the parent holds at once: what does not fit waits until a worker has answered. */
final class FrameBudget {

    private static final int UNIT = 1 << 10;

    private final int units;
    private final Semaphore free;

    FrameBudget(long bytes) {
        this.units = (int) Math.max(1, Math.min(Integer.MAX_VALUE, bytes / UNIT));
        this.free = new Semaphore(units, true);
    }

    /** The largest file that may be held; a larger one goes through the spool. */
    long largest() {
        return (long) units * UNIT;
    }

    /** Waits for room; what is returned must be handed to {@link #release}. */
    int acquire(long bytes) {
        int needed = (int) Math.max(1, Math.min(units, bytes / UNIT + 1));
        free.acquireUninterruptibly(needed);
        return needed;
    }

    void release(int acquired) {
        free.release(acquired);
    }
}
