package org.photoledger.verify;

import org.photoledger.store.ConsistencyReader;
import org.photoledger.store.Database;
import org.photoledger.store.Run;
import org.photoledger.store.RunCounts;

/** Checks that the books of every run close, and that rows which belong together are there. */
final class BooksCheck {

    private static final int EXAMPLES = 100;

    private final Database database;
    private final Mismatches found;

    BooksCheck(Database database, Mismatches found) {
        this.database = database;
        this.found = found;
    }

    void check() {
        database.runs().all().forEach(this::equations);
        boolean allComplete = database.runs().lastUnfinished().isEmpty();
        for (ConsistencyReader.Rule rule : ConsistencyReader.Rule.values()) {
            if (allComplete || !rule.ofCompleteRuns()) {
                database.consistency()
                        .violations(rule, EXAMPLES)
                        .forEach(what -> found.add(Mismatch.Check.BOOKS, rule.sentence() + ": " + what + "."));
            }
        }
        if (!allComplete) {
            found.notice("A run of this home is not finished; what its last steps decide is not checked.");
        }
    }

    private void equations(Run run) {
        RunCounts counts = database.sourceFiles().counts(run.number(), run.sourceId());
        long outcomes = counts.recorded()
                + counts.duplicate()
                + counts.container()
                + counts.ignored()
                + counts.unreadable()
                + counts.quarantined()
                + counts.pending();
        if (counts.names() != counts.unchanged() + counts.found() || counts.found() != outcomes) {
            found.add(Mismatch.Check.BOOKS, "The books of run " + run.number() + " do not close: " + counts + ".");
        }
    }
}
