@NullMarked
package org.photoledger.store;

import org.jspecify.annotations.NullMarked;
