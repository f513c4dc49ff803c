package org.photoledger.text;

/**
 * The text of a document, as Tika gives it: line breaks kept, nothing trimmed.
 *
 * @param truncated more was there: it passed the limit, or a part of the document could not be read
 * @param engine what read it: {@code tika-} and the library's own version
 */
public record DocumentText(String text, boolean truncated, String engine) {}
