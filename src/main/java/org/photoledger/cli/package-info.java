@NullMarked
package org.photoledger.cli;

import org.jspecify.annotations.NullMarked;
