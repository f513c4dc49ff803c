@NullMarked
package org.photoledger.finding;

import org.jspecify.annotations.NullMarked;
