package org.photoledger.store;

/**
 * Identifiers of one name.
 *
 * @param identifiers places where one was found
 * @param values how many different ones there are
 */
public record IdentifierCount(String name, long identifiers, long values) {}
