/** Proves a home: its ledger's chain, its database against the ledger, the books of all runs, and the originals. */
@NullMarked
package org.photoledger.verify;

import org.jspecify.annotations.NullMarked;
