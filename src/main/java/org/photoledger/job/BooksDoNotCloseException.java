package org.photoledger.job;

/** The counts of a run contradict each other. */
final class BooksDoNotCloseException extends RuntimeException {

    BooksDoNotCloseException(String message) {
        super(message);
    }
}
