package org.photoledger.text;

/** Another text that the same engine found likely. */
public record Alternative(String raw, double confidence) {}
