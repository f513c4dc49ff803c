package org.photoledger.cli;

import java.util.concurrent.atomic.AtomicBoolean;
import org.photoledger.job.StopRequest;
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

    /** The command is what goes on with the work later. */
    static void install(StopRequest stop, LateEnd late, String command) {
        ProcessSignals.handle("TERM", () -> stop(stop, 143, late, command));
        ProcessSignals.handle("INT", () -> stop(stop, 130, late, command));
        ProcessSignals.handle("HUP", () -> stop(stop, 129, late, command));
    }

    private static void stop(StopRequest stop, int exitCode, LateEnd late, String command) {
        if (!SIGNALLED.compareAndSet(false, true)) {
            return;
        }
        daemon("stop-watchdog", () -> endLate(exitCode, late));
        stop.stop(exitCode);
        // last, since a terminal that takes no output holds up whoever prints
        System.err.println("photoledger: stopping; finished files are kept. Go on with: " + command);
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
