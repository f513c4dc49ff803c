package org.photoledger.verify;

/**
 * Something that is not as it must be.
 *
 * @param check what was checked
 * @param sentence says what is off, and where
 */
public record Mismatch(Check check, String sentence) {

    /** What is checked. */
    public enum Check {
        LEDGER,
        DATABASE,
        BOOKS,
        ORIGINAL
    }
}
