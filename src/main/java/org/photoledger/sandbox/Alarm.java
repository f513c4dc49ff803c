package org.photoledger.sandbox;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Kills a worker that does not answer in time. A program that was stopped itself when the time was over (SIGSTOP, a machine
 * that slept) cannot tell whether its worker was too, and gives it all its time once more.
 */
final class Alarm implements AutoCloseable {

    private static final long LATE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final ScheduledExecutorService watchdog;
    private final long nanos;
    private final Runnable kill;
    private ScheduledFuture<?> next;
    private long due;
    private boolean expired;
    private boolean over;

    Alarm(ScheduledExecutorService watchdog, Duration deadline, Runnable kill) {
        this.watchdog = watchdog;
        this.nanos = deadline.toNanos();
        this.kill = kill;
        this.due = System.nanoTime() + nanos;
        this.next = watchdog.schedule(this::ring, nanos, TimeUnit.NANOSECONDS);
    }

    private synchronized void ring() {
        if (over) {
            return;
        }
        if (System.nanoTime() - due > LATE_NANOS) {
            due = System.nanoTime() + nanos;
            next = watchdog.schedule(this::ring, nanos, TimeUnit.NANOSECONDS);
        } else {
            expired = true;
            kill.run();
        }
    }

    /** Whether it killed the worker. */
    synchronized boolean expired() {
        return expired;
    }

    @Override
    public synchronized void close() {
        over = true;
        next.cancel(false);
    }
}
