package org.photoledger.source;

import java.util.Locale;

/** How a source file ended; every file of a run has exactly one. */
public enum Outcome {
    PENDING,
    RECORDED,
    DUPLICATE,
    CONTAINER,
    IGNORED,
    UNREADABLE,
    QUARANTINED;

    /** The word in the database, on the command line and in exports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Outcome ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
