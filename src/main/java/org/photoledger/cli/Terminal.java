package org.photoledger.cli;

/** The terminals that standard error and standard output go to, as the launcher found them. */
final class Terminal {

    /** Columns of the terminal, set by the launcher where standard error is one that can go back in its line. */
    private static final String COLUMNS = "photoledger.terminal";

    /** Set by the launcher where standard output is a terminal that takes colours. */
    private static final String COLOUR = "photoledger.colour";

    private static final int USUAL = 80;
    private static final int LEAST = 20;

    private Terminal() {}

    static boolean isThere() {
        return !System.getProperty(COLUMNS, "").isEmpty();
    }

    static boolean takesColour() {
        return Boolean.getBoolean(COLOUR);
    }

    /** Columns of a line that does not wrap; 79 where nobody tells. */
    static int columns() {
        int columns = Integer.getInteger(COLUMNS, USUAL);
        return Math.max(LEAST, columns == 0 ? USUAL : columns) - 1;
    }
}
