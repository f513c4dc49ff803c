package org.photoledger.report;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text from a leak made safe for a terminal, a log or a page: control and bidirectional characters shown as escapes. */
public final class PrintableText {

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

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

    /** The text that {@link #of} made printable: so that what a list shows can be typed back. */
    public static String parse(String printed) {
        return ESCAPE.matcher(printed)
                .replaceAll(
                        escape -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(escape.group(1), 16))));
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
