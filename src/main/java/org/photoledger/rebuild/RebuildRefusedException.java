package org.photoledger.rebuild;

/** A database cannot be rebuilt from this ledger, here or at all; the message is one sentence for the operator. */
public final class RebuildRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RebuildRefusedException(String message) {
        super(message);
    }
}
