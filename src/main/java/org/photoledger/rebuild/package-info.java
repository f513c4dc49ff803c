/** Makes a new database from a home's ledger and the originals that it tells of. */
@NullMarked
package org.photoledger.rebuild;

import org.jspecify.annotations.NullMarked;
