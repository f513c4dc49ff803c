package org.photoledger.report;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text from a leak made safe for a terminal, a log or a page: control and bidirectional characters shown as escapes. */
public final class PrintableText {

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

    /** The first control character that writers of JSON leave as it is. */
    private static final int FIRST_UNESCAPED = 0x7f;

    private PrintableText() {}

    /** The text with each character that could move the cursor, forge a line or turn the reading order as {@code \\u202e}. */
    public static String of(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(code -> {
            if (hidden(code)) {
                escape(printable, "\\u%04x", code);
            } else {
                printable.appendCodePoint(code);
            }
        });
        return printable.toString();
    }

    /** JSON with the same characters as its own escapes: what it says is the same, and it is safe to look at. */
    public static String json(String json) {
        StringBuilder printable = new StringBuilder(json.length());
        json.codePoints().forEach(code -> {
            // below there are only the writer's own line ends: it escapes those of the texts
            if (code >= FIRST_UNESCAPED && hidden(code)) {
                escape(printable, "\\u%04X", code);
            } else {
                printable.appendCodePoint(code);
            }
        });
        return printable.toString();
    }

    private static void escape(StringBuilder printable, String format, int code) {
        for (char unit : Character.toChars(code)) {
            printable.append(String.format(Locale.ROOT, format, (int) unit));
        }
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
