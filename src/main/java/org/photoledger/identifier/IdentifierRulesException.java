package org.photoledger.identifier;

/** Rules that cannot be used; the message is one sentence: which rule, what is wrong with it, what to do. */
public final class IdentifierRulesException extends RuntimeException {

    public IdentifierRulesException(String message) {
        super(message);
    }
}
