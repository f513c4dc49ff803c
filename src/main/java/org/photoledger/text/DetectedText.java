package org.photoledger.text;

/**
 * A place where the detector sees text.
 *
 * @param score mean probability of text over the place, 0 to 1
 */
record DetectedText(TextBox box, double score) {}
