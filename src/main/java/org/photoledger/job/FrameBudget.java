package org.photoledger.job;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

    /** Waits for room for so many bytes, and has it until the work is done. */
    <T extends @Nullable Object> T holding(long bytes, Supplier<T> work) {
        int needed = (int) Math.max(1, Math.min(units, bytes / UNIT + 1));
        free.acquireUninterruptibly(needed);
        try {
            return work.get();
        } finally {
            free.release(needed);
        }
    }
}
