package org.photoledger.custody;

/**
 * Lines behind the last that a database names. A kill leaves those of one transaction, which have one time; one after that begins
 * with a line that declares them void. What follows otherwise was committed, and the database does not know it any more.
 */
public final class Uncommitted {

    private String time = "";
    private boolean committed;

    /** The next line. */
    public void line(LedgerLine line) {
        boolean another = !time.isEmpty() && !time.equals(line.time());
        committed |= another && !line.type().equals(LedgerEvent.Resumed.TYPE);
        time = line.time();
    }

    /** Whether they are more than what kills leave. */
    public boolean committed() {
        return committed;
    }
}
