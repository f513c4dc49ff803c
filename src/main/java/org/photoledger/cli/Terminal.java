package org.photoledger.cli;

/** The terminal that standard error goes to, as the launcher found it. */
final class Terminal {

    /** Columns of the terminal, set by the launcher where standard error is one that can go back in its line. */
    private static final String COLUMNS = "photoledger.terminal";

    private static final int USUAL = 80;
    private static final int LEAST = 20;

    private Terminal() {}

    static boolean isThere() {
        return !System.getProperty(COLUMNS, "").isEmpty();
    }

    /** Columns of a line that does not wrap; 79 where nobody tells. */
    static int columns() {
        int columns = Integer.getInteger(COLUMNS, USUAL);
        return Math.max(LEAST, columns == 0 ? USUAL : columns) - 1;
    }
}
