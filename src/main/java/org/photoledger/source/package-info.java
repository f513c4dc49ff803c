@NullMarked
package org.photoledger.source;

import org.jspecify.annotations.NullMarked;
