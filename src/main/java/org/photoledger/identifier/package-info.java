/** Stub. */
@org.jspecify.annotations.NullMarked
package org.photoledger.identifier;
