package org.photoledger.identifier;

/**
 * One identifier: what a rule calls a piece of a text.
 *
 * @param name what it identifies: {@code branch}, {@code detainee}, {@code date}, ...
 * @param value normalized: digits 0 to 9, a date as {@code yyyy-MM-dd}, white space collapsed
 * @param raw the piece as it stands in the text
 * @param rule the name of the rule that gave it
 */
public record Identifier(String name, String value, String raw, String rule, Origin origin) {}
