package org.photoledger.report;

import java.util.Locale;

/** Text from a leak made safe for a terminal, a log or a page: control and bidirectional characters shown as escapes. */
public final class PrintableText {

    private PrintableText() {}

    /** The text with each character that could move the cursor, forge a line or turn the reading order as {@code \\u202e}. */
    public static String of(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(code -> {
            if (hidden(code)) {
                printable.append(String.format(Locale.ROOT, "\\u%04x", code));
            } else {
                printable.appendCodePoint(code);
            }
        });
        return printable.toString();
    }

    private static boolean hidden(int code) {
        return switch (Character.getType(code)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.FORMAT -> true;
            default -> false;
        };
    }
}
