@NullMarked
package org.photoledger.backup;

import org.jspecify.annotations.NullMarked;
