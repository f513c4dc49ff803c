package org.photoledger.job;

import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.StepExecution;

/** Asks a run to end at its next chunk without losing finished work; once made it stays. Safe for use by several threads. */
public final class StopRequest {

    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Integer exitCode;

    /** Stops with the exit code that the cause of the stop calls for; only the first request counts, but for a signal after a command. */
    public synchronized void stop(int code) {
        Integer before = exitCode;
        if (before == null) {
            exitCode = code;
            listeners.forEach(Runnable::run);
        } else if (before == ExitCode.STOPPED) {
            exitCode = code;
        }
    }

    public boolean requested() {
        return exitCode != null;
    }

    /** The exit code of the request, null where none was made. */
    public @Nullable Integer exitCode() {
        return exitCode;
    }

    synchronized void whenRequested(Runnable listener) {
        listeners.add(listener);
        if (requested()) {
            listener.run();
        }
    }

    /** Batch's interruption policy: without setTerminateOnly an interrupted step ends as COMPLETED (Spring Batch 6.0.6). */
    void checkInterrupted(StepExecution step) throws JobInterruptedException {
        if (requested() || Thread.currentThread().isInterrupted()) {
            step.setTerminateOnly();
        }
        if (step.isTerminateOnly()) {
            throw new JobInterruptedException("a stop was requested");
        }
    }
}
