@NullMarked
package org.photoledger.image;

import org.jspecify.annotations.NullMarked;
