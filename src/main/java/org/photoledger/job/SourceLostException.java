package org.photoledger.job;

/** The source's root is gone: unplugged, unmounted or renamed while the run was at work. */
final class SourceLostException extends RuntimeException {

    SourceLostException(String message) {
        super(message);
    }
}
