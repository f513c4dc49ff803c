package org.photoledger.cli;

import org.photoledger.job.StopRequest;
import org.photoledger.sandbox.ProcessSignals;

/** SIGTERM, SIGINT and SIGHUP ask the run to stop and keep what is finished; a watchdog ends the process where it cannot. */
final class Signals {

    private static final long GRACE_MILLIS = 2_400;

    private Signals() {}

    static void install(StopRequest stop, LateEnd late) {
        install(stop, late, "resume");
    }

    /** The same for work that another verb goes on with. */
    static void install(StopRequest stop, LateEnd late, String verb) {
        ProcessSignals.handle("TERM", () -> stop(stop, 143, late, verb));
        ProcessSignals.handle("INT", () -> stop(stop, 130, late, verb));
        ProcessSignals.handle("HUP", () -> stop(stop, 129, late, verb));
    }

    private static void stop(StopRequest stop, int exitCode, LateEnd late, String verb) {
        if (stop.requested()) {
            return;
        }
        System.err.println("photoledger: stopping; finished files are kept. Go on with: photoledger " + verb);
        Thread watchdog = new Thread(() -> endLate(exitCode, late), "stop-watchdog");
        watchdog.setDaemon(true);
        watchdog.start();
        stop.stop(exitCode);
    }

    /** Killing ourselves is safe at any moment: what is committed stays, what is not is done again by resume. */
    private static void endLate(int exitCode, LateEnd late) {
        try {
            Thread.sleep(GRACE_MILLIS);
            late.tell(exitCode);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Runtime.getRuntime().halt(exitCode);
        }
    }
}
