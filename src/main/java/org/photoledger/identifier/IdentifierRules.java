package org.photoledger.identifier;

import java.util.List;

/** Stub. */
public final class IdentifierRules {

    public static IdentifierRules parse(String yaml) {
        return new IdentifierRules();
    }

    public static IdentifierRules defaults() {
        return new IdentifierRules();
    }

    public List<Identifier> inPath(String path) {
        return List.of();
    }

    public List<Identifier> inText(String normalized, String raw, Origin origin) {
        return List.of();
    }

    public String digest() {
        return "";
    }
}
