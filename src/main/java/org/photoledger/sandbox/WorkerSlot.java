package org.photoledger.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.photoledger.source.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A place for one worker process at a time; a dead one is replaced when the next file comes. */
final class WorkerSlot {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerSlot.class);
    private static final Duration START_DEADLINE = Duration.ofSeconds(60);
    private static final int START_ATTEMPTS = 3;

    private final WorkerCommand command;
    private final Path folder;
    private final ScheduledExecutorService watchdog;
    private final WorkerTally tally;
    private volatile @Nullable WorkerProcess process;
    private volatile boolean closed;
    private volatile boolean ready;
    private volatile String notice = "";

    WorkerSlot(WorkerCommand command, Path folder, ScheduledExecutorService watchdog, WorkerTally tally) {
        this.command = command;
        this.folder = folder;
        this.watchdog = watchdog;
        this.tally = tally;
    }

    void startAhead() {
        try {
            ready();
        } catch (WorkersUnusableException | WorkerLostException e) {
            LOG.debug("a worker could not be started ahead; the first file tells why", e);
        }
    }

    /** A live worker that waits for a file. */
    synchronized WorkerProcess ready() throws WorkerLostException {
        WorkerProcess current = process;
        if (current != null && current.alive()) {
            return current;
        }
        String lastWords = "";
        for (int attempt = 1; attempt <= START_ATTEMPTS; attempt++) {
            if (closed) {
                throw new WorkerLostException(Reason.WORKER_DIED);
            }
            ready = false;
            WorkerProcess fresh = started();
            try {
                notice = fresh.awaitReady(START_DEADLINE);
                ready = true;
                return fresh;
            } catch (WorkerLostException e) {
                lastWords = fresh.lastWords();
            }
        }
        throw new WorkersUnusableException(
                "Worker processes die before they are ready (" + START_ATTEMPTS
                        + " in a row); run doctor, then resume. Last words: ",
                asLine(lastWords));
    }

    private WorkerProcess started() {
        Folders.empty(folder);
        try {
            Process begun = command.in(folder).start();
            WorkerProcess fresh = new WorkerProcess(begun, watchdog, tally);
            tally.started(begun.pid());
            process = fresh;
            return fresh;
        } catch (IOException e) {
            throw new WorkersUnusableException("Worker processes cannot be started: " + e.getMessage(), "");
        }
    }

    /** What the last process said on its standard error, as one line. */
    String lastWords() {
        WorkerProcess current = process;
        return current == null ? "" : asLine(current.lastWords());
    }

    private static String asLine(String words) {
        return words.replaceAll("\\p{Cntrl}", " ").strip();
    }

    /** What the worker said before its first file: why it reads no text; empty for nothing. */
    String notice() {
        return notice;
    }

    /** Starts no worker any more and waits for none that is starting. */
    void stopStarting() {
        closed = true;
        if (!ready) {
            kill();
        }
    }

    void keepWithin(long bytes) {
        WorkerProcess current = process;
        if (current != null) {
            current.keepWithin(bytes);
        }
    }

    void kill() {
        WorkerProcess current = process;
        if (current != null) {
            current.kill();
        }
    }

    void close() {
        closed = true;
        // before waiting for a thread that waits for it
        kill();
        synchronized (this) {
            kill();
            if (process != null) {
                process.awaitDeath();
            }
        }
    }
}
