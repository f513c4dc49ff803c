package org.photoledger.cli;

import java.io.UncheckedIOException;
import java.time.Clock;
import org.photoledger.custody.LedgerDamagedException;
import org.photoledger.custody.LedgerEvent;
import org.photoledger.job.Custodian;
import org.photoledger.store.Database;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Notes in the ledger what a verb did that does not run the job; the verb's work stands even where that cannot be noted. */
final class LedgerNote {

    private LedgerNote() {}

    /** Nothing where the home has no ledger. */
    static void write(Session session, LedgerEvent event) {
        write(session.home(), session.database(), event);
    }

    /** The same, of a database that the session has opened anew. */
    static void write(Home home, Database database, LedgerEvent event) {
        try {
            Custodian.existing(home.folder(), database, Clock.systemUTC(), Version.number())
                    .ifPresent(custodian -> write(custodian, event));
        } catch (LedgerDamagedException | UncheckedIOException | DataAccessException | TransactionException e) {
            System.err.println(
                    "photoledger: " + event.type()
                            + " is not noted in the ledger, which cannot be written or is not what it was; photoledger verify tells more.");
        }
    }

    private static void write(Custodian custodian, LedgerEvent event) {
        try (custodian) {
            custodian.recordAlone(event);
        }
    }
}
