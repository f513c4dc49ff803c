package org.photoledger.cli;

/** A command or setting that cannot be used as it stands: one sentence for the operator, exit code 2. */
final class UsageException extends RuntimeException {

    UsageException(String message) {
        super(message);
    }
}
