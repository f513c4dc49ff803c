package org.photoledger.identifier;

/** Stub. */
public enum Origin {
    ENGINE,
    METADATA,
    PATH,
    PERSON
}
