package org.photoledger.identifier;

/**
 * A text as the rules see it, which knows where each of its characters stands in the original: Arabic-Indic and Persian
 * digits are 0 to 9, every kind of space is a space, and what no eye sees (format characters such as bidirectional marks,
 * the Arabic lengthening stroke) is left out.
 */
final class FoldedText {

    private static final char TATWEEL = 'ـ';

    private final String text;
    private final int[] positions;
    private final int first;

    private FoldedText(String text, int[] positions, int first) {
        this.text = text;
        this.positions = positions;
        this.first = first;
    }

    String text() {
        return text;
    }

    FoldedText between(int from, int to) {
        return new FoldedText(text.substring(from, to), positions, first + from);
    }

    /** Where the character at an index stands in the original. */
    int originalStart(int index) {
        return positions[first + index];
    }

    /** Where the characters before an index end in the original. */
    int originalEnd(int index) {
        return positions[first + index - 1] + 1;
    }

    /** Whether an index is between two digits or between two letters. */
    boolean cutsAt(int index) {
        return index > 0 && index < text.length() && alike(text.charAt(index - 1), text.charAt(index));
    }

    /** Where the digits or the letters at an index end. */
    int runEnd(int index) {
        int end = index + 1;
        while (cutsAt(end)) {
            end++;
        }
        return end;
    }

    static boolean alike(char before, char after) {
        return (Character.isDigit(before) && Character.isDigit(after))
                || (Character.isLetter(before) && Character.isLetter(after));
    }

    static FoldedText ofLines(String raw) {
        Folding folding = new Folding(raw);
        for (int at = 0; at < raw.length(); at++) {
            char c = raw.charAt(at);
            folding.add(c == '\n' || c == '\r' ? '\n' : folded(c), at);
        }
        return folding.done();
    }

    static char folded(char c) {
        if ((c >= '٠' && c <= '٩') || (c >= '۰' && c <= '۹')) {
            return (char) ('0' + Character.digit(c, 10));
        }
        boolean blank = Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
        return blank ? ' ' : c;
    }

    /** Puts a folded text together, character by character. */
    static final class Folding {

        private final StringBuilder text;
        private final int[] positions;

        Folding(String raw) {
            this.text = new StringBuilder(raw.length());
            this.positions = new int[raw.length()];
        }

        void add(char c, int position) {
            if (c != TATWEEL && Character.getType(c) != Character.FORMAT) {
                positions[text.length()] = position;
                text.append(c);
            }
        }

        FoldedText done() {
            return new FoldedText(text.toString(), positions, 0);
        }
    }
}
