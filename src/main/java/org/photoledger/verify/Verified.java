package org.photoledger.verify;

import java.util.List;
import org.photoledger.custody.LedgerHead;

/**
 * What verifying a home gave.
 *
 * @param end the last line of the ledger that is right; that of no ledger where the home has none
 * @param mismatches the first {@link Mismatches#MOST}
 * @param number of all mismatches that were met
 * @param notices what the operator should know and is no mismatch
 * @param originals files of the sources that were read again
 */
public record Verified(LedgerHead end, List<Mismatch> mismatches, long number, List<String> notices, long originals) {}
