package org.photoledger.identifier;

/** Stub. */
public record Identifier(String name, String value, String raw, String rule, Origin origin) {}
