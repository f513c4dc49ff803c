package org.photoledger.sandbox;

/** Worker processes die before they are ready: the machine or the installation is at fault, not a file. */
public final class WorkersUnusableException extends RuntimeException {

    WorkersUnusableException(String message) {
        super(message);
    }
}
