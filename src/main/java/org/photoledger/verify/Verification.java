package org.photoledger.verify;

import java.nio.file.Path;
import org.photoledger.custody.LedgerHead;
import org.photoledger.store.Database;

/** Verifies a home; changes nothing. The caller holds the home's lock. */
public final class Verification {

    private final Database database;
    private final Path ledger;

    public Verification(Database database, Path ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    /** With rehash every original is read again; a ledger that cannot be read is an UncheckedIOException. */
    public Verified verify(boolean rehash) {
        Mismatches found = new Mismatches();
        LedgerHead end = new LedgerCheck(database, ledger, found).check();
        new BooksCheck(database, found).check();
        long originals = rehash ? new OriginalsCheck(database, found).check() : 0;
        return new Verified(end, found.found(), found.number(), found.notices(), originals);
    }
}
