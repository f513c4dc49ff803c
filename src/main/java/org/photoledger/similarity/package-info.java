@NullMarked
package org.photoledger.similarity;

import org.jspecify.annotations.NullMarked;
