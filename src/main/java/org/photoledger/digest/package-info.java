@NullMarked
package org.photoledger.digest;

import org.jspecify.annotations.NullMarked;
