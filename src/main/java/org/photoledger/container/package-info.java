/** Containers: archives, compressed files and mail, opened member by member; nothing is unpacked. */
@NullMarked
package org.photoledger.container;

import org.jspecify.annotations.NullMarked;
