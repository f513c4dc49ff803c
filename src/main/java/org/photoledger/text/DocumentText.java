package org.photoledger.text;

/** The text of a document. */
public record DocumentText(String text, boolean truncated, String engine) {}
