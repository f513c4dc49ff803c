package org.photoledger.text;

import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Keeps a document's characters up to a limit and ends the parse there, for parsers that swallow the exception as well. */
final class BoundedText extends DefaultHandler {

    private final int most;
    private final StringBuilder kept = new StringBuilder();
    private boolean full;

    BoundedText(int most) {
        this.most = most;
    }

    @Override
    public void characters(char[] characters, int start, int length) throws SAXException {
        int count = Math.min(length, most - kept.length());
        kept.append(characters, start, count);
        if (count < length) {
            full = true;
            throw new SAXException("more text than " + most + " characters");
        }
    }

    @Override
    public void ignorableWhitespace(char[] characters, int start, int length) throws SAXException {
        characters(characters, start, length);
    }

    boolean full() {
        return full;
    }

    boolean blank() {
        return kept.toString().isBlank();
    }

    /** What was kept; never half of a character. */
    String text() {
        int end = kept.length();
        boolean half = full && end > 0 && Character.isHighSurrogate(kept.charAt(end - 1));
        return kept.substring(0, half ? end - 1 : end);
    }
}
