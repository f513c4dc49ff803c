@NullMarked
package org.photoledger.custody;

import org.jspecify.annotations.NullMarked;
