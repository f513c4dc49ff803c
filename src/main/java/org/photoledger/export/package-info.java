@NullMarked
package org.photoledger.export;

import org.jspecify.annotations.NullMarked;
