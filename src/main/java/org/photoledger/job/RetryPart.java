package org.photoledger.job;

import java.util.Locale;

/** Parts of an examination that a retry adds to what a run recorded, or renews in it. */
public enum RetryPart {
    /** The text of photos and documents that were taken in without. */
    TEXT,
    /** The hashes of photos that an earlier release recorded by another algorithm. */
    HASH;

    /** As it is typed and kept: {@code text}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
