@NullMarked
package org.photoledger.identifier;

import org.jspecify.annotations.NullMarked;
