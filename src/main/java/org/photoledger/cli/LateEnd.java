package org.photoledger.cli;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.photoledger.job.RunEnd;
import org.photoledger.job.RunStatus;
import org.photoledger.store.Database;
import org.photoledger.store.Run;
import org.slf4j.LoggerFactory;

/**
 * Tells the end of a run that hangs when its process must go: with the counts that the database gives beside the work that
 * hangs, and with none where it gives no answer in time.
 */
final class LateEnd {

    private static final long ANSWER_MILLIS = 450;

    private final Database database;
    private final RunTeller teller;
    private final RunLog log;

    LateEnd(Database database, RunTeller teller, RunLog log) {
        this.log = log;
        this.database = database;
        this.teller = teller;
    }

    void tell(int exitCode) {
        RunTeller.Begun begun = teller.begun();
        try {
            if (begun != null) {
                RunEnd end = end(begun, exitCode);
                teller.cutOff(end, exitCode);
                log.ended(end, exitCode);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private RunEnd end(RunTeller.Begun begun, int exitCode) throws InterruptedException {
        AtomicReference<@Nullable RunEnd> counted = new AtomicReference<>();
        Thread counting = new Thread(() -> count(begun, exitCode, counted), "last-counts");
        counting.setDaemon(true);
        counting.start();
        counting.join(ANSWER_MILLIS);
        RunEnd end = counted.get();
        return end == null ? stopped(begun, exitCode) : end;
    }

    private static RunEnd stopped(RunTeller.Begun begun, int exitCode) {
        return new RunEnd(begun.run().number(), RunStatus.STOPPED, exitCode, null, null, null, null, begun.seconds());
    }

    private void count(RunTeller.Begun begun, int exitCode, AtomicReference<@Nullable RunEnd> counted) {
        Run run = begun.run();
        try {
            counted.set(new RunEnd(
                    run.number(),
                    RunStatus.STOPPED,
                    exitCode,
                    null,
                    null,
                    database.sourceFiles().counts(run.number(), run.sourceId()),
                    database.duplicates().counts(),
                    begun.seconds()));
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(LateEnd.class).debug("the database gives no counts", e);
        }
    }
}
