package org.photoledger.custody;

/** The ledger is not the one that the database goes with, or lost lines; nothing was written. The message is for the operator. */
public final class LedgerDamagedException extends RuntimeException {

    LedgerDamagedException(String message) {
        super(message);
    }
}
