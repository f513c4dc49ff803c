package org.photoledger.job;

import org.photoledger.store.Database;
import org.photoledger.store.Run;
import org.photoledger.store.RunCounts;

/** Proves from the tables that a run's books close: every name the walk saw has exactly one outcome, and none is pending. */
final class Reconciliation {

    private final Database database;
    private final Run run;

    Reconciliation(Database database, Run run) {
        this.database = database;
        this.run = run;
    }

    void close() {
        RunCounts counts = database.sourceFiles().counts(run.number(), run.sourceId());
        Run row = database.runs().byNumber(run.number()).orElseThrow();
        Long walked = row.walked();
        long seen = database.sourceFiles().seen(run.number(), run.executions());
        require(
                walked != null && walked == seen,
                "the walk saw " + walked + " names, the tables hold " + seen + ": ",
                counts);
        requireClosed(row, counts);
    }

    /** A run without a walk took up what another left: those names, and what stands in them. */
    void closeAgain() {
        RunCounts counts = database.sourceFiles().counts(run.number(), run.sourceId());
        requireClosed(database.runs().byNumber(run.number()).orElseThrow(), counts);
    }

    private void requireClosed(Run row, RunCounts counts) {
        long members = database.containers().told(run);
        require(
                row.names() != null && row.names() + members == counts.names(),
                "the tables held " + row.names() + " names at the beginning, and containers told " + members
                        + " members: ",
                counts);
        require(counts.names() == counts.unchanged() + counts.found(), "names are not unchanged + found: ", counts);
        require(counts.found() == outcomes(counts), "found is not the sum of the outcomes: ", counts);
        require(counts.pending() == 0, "files are still pending: ", counts);
    }

    /** A retry looks at photos that are recorded: each is an unchanged name of it. */
    void closeRetry() {
        RunCounts counts = database.sourceFiles().counts(run.number(), run.sourceId());
        require(counts.names() == counts.unchanged() + counts.found(), "names are not unchanged + found: ", counts);
        require(counts.found() == 0, "a retry took up names: ", counts);
    }

    static long outcomes(RunCounts counts) {
        return counts.recorded()
                + counts.duplicate()
                + counts.container()
                + counts.ignored()
                + counts.unreadable()
                + counts.quarantined()
                + counts.pending();
    }

    private static void require(boolean holds, String what, RunCounts counts) {
        if (!holds) {
            throw new BooksDoNotCloseException("The books do not close: " + what + counts);
        }
    }
}
