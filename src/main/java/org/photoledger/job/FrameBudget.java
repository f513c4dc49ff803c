package org.photoledger.job;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
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
        Held room = hold(bytes);
        try {
            return work.get();
        } finally {
            room.close();
        }
    }

    /** Waits for room for so many bytes; it is the caller's until he closes it. */
    Held hold(long bytes) {
        int needed = units(bytes);
        free.acquireUninterruptibly(needed);
        return new Held(needed);
    }

    private int units(long bytes) {
        return (int) Math.max(1, Math.min(units, bytes / UNIT + 1));
    }

    /** Room that is held; given back once, by whichever thread is done with the bytes. */
    final class Held implements AutoCloseable {

        private final AtomicInteger held;

        private Held(int held) {
            this.held = new AtomicInteger(held);
        }

        /** Gives back what is more than so many bytes need. */
        void shrink(long bytes) {
            int needed = Math.min(held.get(), units(bytes));
            free.release(held.getAndSet(needed) - needed);
        }

        @Override
        public void close() {
            free.release(held.getAndSet(0));
        }
    }
}
