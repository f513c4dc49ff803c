@NullMarked
package org.photoledger.metadata;

import org.jspecify.annotations.NullMarked;
