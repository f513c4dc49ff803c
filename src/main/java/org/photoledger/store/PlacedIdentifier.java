package org.photoledger.store;

import org.jspecify.annotations.Nullable;
import org.photoledger.identifier.Identifier;

/**
 * An identifier and the place that gave it.
 *
 * @param reading the reading that it was made from, null where a path gave it
 */
public record PlacedIdentifier(Identifier identifier, IdentifiablePhoto.@Nullable AcceptedReading reading) {}
