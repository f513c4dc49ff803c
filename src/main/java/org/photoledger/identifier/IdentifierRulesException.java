package org.photoledger.identifier;

/** Stub. */
public final class IdentifierRulesException extends RuntimeException {

    public IdentifierRulesException(String message) {
        super(message);
    }
}
