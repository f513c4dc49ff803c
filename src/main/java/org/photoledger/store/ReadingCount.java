package org.photoledger.store;

/**
 * Texts that were read off photos, or off their metadata.
 *
 * @param script WESTERN_DIGITS, ARABIC_INDIC, LATIN or NONE
 * @param accepted those that are sure enough to give identifiers
 */
public record ReadingCount(String script, long readings, long accepted) {}
