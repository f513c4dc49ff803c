package org.photoledger.text;

/**
 * Another text that an engine found likely in the same line: one character replaced by its second choice.
 *
 * @param raw as a reading's raw text
 * @param confidence mean over the characters, 0 to 1, as a reading's
 */
public record Alternative(String raw, double confidence) {}
