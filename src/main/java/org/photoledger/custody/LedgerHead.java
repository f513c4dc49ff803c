package org.photoledger.custody;

/**
 * Where a ledger ends: after which line. The database keeps it in the transaction that the line is about.
 *
 * @param seq the line's number, 0 before the first
 * @param hash the line's own hash, 64 zeros before the first
 * @param bytes the file's length up to and with the line's end
 */
public record LedgerHead(long seq, String hash, long bytes) {

    /** Of a ledger without a line. */
    public static final LedgerHead NONE = new LedgerHead(0, "0".repeat(64), 0);
}
