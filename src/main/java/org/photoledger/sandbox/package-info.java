@NullMarked
package org.photoledger.sandbox;

import org.jspecify.annotations.NullMarked;
