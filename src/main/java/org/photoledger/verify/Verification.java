package org.photoledger.verify;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Supplier;
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

    /** A damaged database fails in its readers in any way; that is a mismatch, and the other checks go on. */
    @SuppressWarnings("IllegalCatch")
    private static <T> T whatIsReadable(Mismatches found, T otherwise, Supplier<T> check) {
        try {
            return check.get();
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            String code = Database.codeOf(e);
            found.add(
                    Mismatch.Check.DATABASE,
                    "The database cannot be read to its end (" + (code.isEmpty() ? "rows that cannot be" : code)
                            + "): it is damaged; restore a backup, or make a new one by photoledger rebuild.");
            return otherwise;
        }
    }

    /** With rehash every original is read again; a ledger that cannot be read is an UncheckedIOException. */
    public Verified verify(boolean rehash) {
        Mismatches found = new Mismatches();
        LedgerHead end = whatIsReadable(found, LedgerHead.NONE, () -> new LedgerCheck(database, ledger, found).check());
        long originals = whatIsReadable(found, 0L, () -> {
            new BooksCheck(database, found).check();
            return rehash ? new OriginalsCheck(database, found).check() : 0L;
        });
        return new Verified(end, found.found(), found.number(), found.notices(), originals);
    }
}
