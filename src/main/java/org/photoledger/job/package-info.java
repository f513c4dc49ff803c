@NullMarked
package org.photoledger.job;

import org.jspecify.annotations.NullMarked;
