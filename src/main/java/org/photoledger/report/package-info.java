@NullMarked
package org.photoledger.report;

import org.jspecify.annotations.NullMarked;
