package org.photoledger.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.photoledger.custody.LedgerChain;
import org.photoledger.custody.LedgerHead;
import org.photoledger.store.Database;
import org.photoledger.store.LedgerStore;

/** Checks the ledger's chain, and the database against it where the chain is whole. */
final class LedgerCheck {

    private final Database database;
    private final Path file;
    private final Mismatches found;

    LedgerCheck(Database database, Path file, Mismatches found) {
        this.database = database;
        this.file = file;
        this.found = found;
    }

    /** The last line that is right. */
    LedgerHead check() {
        Optional<LedgerStore.Named> named = database.ledger().named();
        if (Files.exists(file)) {
            return checkFile(named);
        }
        if (named.isPresent()) {
            found.add(
                    Mismatch.Check.LEDGER,
                    "The ledger " + file + " is missing, and the database names its line "
                            + named.get().head().seq() + " as the last.");
        } else {
            found.notice("The home has no ledger yet: the next import begins one.");
        }
        return LedgerHead.NONE;
    }

    private LedgerHead checkFile(Optional<LedgerStore.Named> named) {
        LedgerHead last = named.map(LedgerStore.Named::head).orElse(LedgerHead.NONE);
        LedgerChain chain = LedgerChain.check(file, last);
        if (named.isEmpty() && chain.end().seq() > 1) {
            found.add(
                    Mismatch.Check.LEDGER,
                    "The database knows nothing of the ledger " + file
                            + ": it is another one or was cut; photoledger rebuild makes it anew.");
        } else if (chain.fault() != null) {
            found.add(
                    Mismatch.Check.LEDGER,
                    "Line " + chain.fault().line() + " of the ledger is off: "
                            + chain.fault().what() + ".");
        } else {
            tellRest(chain, last);
            named.ifPresent(known -> new DatabaseComparison(database, known, chain, found).read(file));
        }
        return chain.end();
    }

    private void tellRest(LedgerChain chain, LedgerHead last) {
        if (chain.end().seq() > last.seq()) {
            found.notice("Lines " + (last.seq() + 1) + " to " + chain.end().seq()
                    + " of the ledger were never committed: their program was killed; the next line will say so.");
        }
        if (!chain.voids().isEmpty()) {
            long lines = chain.voidLines();
            found.notice("Of the ledger " + lines + (lines == 1 ? " line is" : " lines are")
                    + " void: their programs were killed before they were committed, or the database was put back.");
        }
        if (chain.torn() > 0) {
            found.notice("The ledger ends with " + chain.torn()
                    + " bytes of a line that a crash broke off; the next that writes cuts them off and notes it.");
        }
    }
}
