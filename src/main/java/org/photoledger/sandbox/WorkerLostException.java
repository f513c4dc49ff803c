package org.photoledger.sandbox;

import org.photoledger.source.Reason;

/** A worker ended without an answer. */
final class WorkerLostException extends Exception {

    private final Reason reason;

    WorkerLostException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
