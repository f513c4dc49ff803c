package org.photoledger.cli;

import java.util.concurrent.atomic.AtomicBoolean;
import org.photoledger.sandbox.ProcessSignals;

/**
 * SIGTERM, SIGINT and SIGHUP ask the run to stop and keep what is finished; a watchdog ends the process where it cannot,
 * also one that was asked to stop in another way and does not come to it.
 */
final class Signals {

    private static final long GRACE_MILLIS = 2_400;
    private static final long TELLING_MILLIS = 550;
    private static final AtomicBoolean SIGNALLED = new AtomicBoolean();

    private Signals() {}

    static void install(Stopping stopping, LateEnd late) {
        ProcessSignals.handle("TERM", () -> stop(stopping, 143, late));
        ProcessSignals.handle("INT", () -> stop(stopping, 130, late));
        ProcessSignals.handle("HUP", () -> stop(stopping, 129, late));
    }

    private static void stop(Stopping stopping, int exitCode, LateEnd late) {
        if (!SIGNALLED.compareAndSet(false, true)) {
            return;
        }
        daemon("stop-watchdog", () -> endLate(exitCode, late));
        stopping.stop(exitCode, "");
    }

    /** Killing ourselves is safe at any moment: what is committed stays, what is not is done again by resume. */
    private static void endLate(int exitCode, LateEnd late) {
        try {
            Thread.sleep(GRACE_MILLIS);
            daemon("last-words", () -> late.tell(exitCode)).join(TELLING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Runtime.getRuntime().halt(exitCode);
        }
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
