package org.photoledger.backup;

import java.nio.file.Path;
import org.photoledger.custody.LedgerHead;

/**
 * A backup that was written.
 *
 * @param ledger the last line of the ledger that is in it, which its database names
 * @param bytes of the file
 * @param sha256 of the file
 */
public record Backup(Path file, LedgerHead ledger, long bytes, String sha256) {}
