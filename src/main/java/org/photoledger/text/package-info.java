/** Text in pictures: where it stands, and what it says. */
@org.jspecify.annotations.NullMarked
package org.photoledger.text;
