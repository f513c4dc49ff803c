@NullMarked
package org.photoledger.photo;

import org.jspecify.annotations.NullMarked;
