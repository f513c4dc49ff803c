package org.photoledger.report;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a cell of a table or in a place of a sentence.
 *
 * @param kind the style of a cell that holds it
 * @param markup safe: every text of the leak is escaped, made printable and isolated from the direction around it
 */
record Cell(String kind, String markup) {

    private static final int TEXT_CHARS = 300;
    private static final Pattern COMMAND =
            Pattern.compile("photoledger [a-z]+(?: (?:RUN|PATH|FILE|text|hash|--[a-z-]+))*"
                    + "|photoledger(?:\\.[a-z-]+)+|sha256sum --check SHA256SUMS|--rehash");
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};

    static Cell number(long number) {
        return new Cell("number", Long.toString(number));
    }

    /** One or two digits behind the point, the exact value in the markup. */
    static Cell bytes(long bytes) {
        double shown = bytes;
        int unit = 0;
        while (shown >= 1024 && unit < UNITS.length - 1) {
            shown /= 1024;
            unit++;
        }
        String text = unit == 0 ? Long.toString(bytes) : String.format(Locale.ROOT, "%.1f", shown);
        return new Cell("number", "<data value=\"" + bytes + "\" dir=\"ltr\">" + text + " " + UNITS[unit] + "</data>");
    }

    /** As seconds, from a minute on as hours, minutes and seconds. */
    static Cell seconds(@Nullable Double seconds) {
        if (seconds == null) {
            return none();
        }
        long whole = Math.round(seconds);
        String text = whole < 60
                ? String.format(Locale.ROOT, "%.1f s", seconds)
                : String.format(Locale.ROOT, "%d:%02d:%02d h", whole / 3600, whole / 60 % 60, whole % 60);
        return new Cell("number", "<bdi dir=\"ltr\">" + text + "</bdi>");
    }

    static Cell rate(@Nullable Double perSecond) {
        return perSecond == null ? none() : new Cell("number", String.format(Locale.ROOT, "%.1f", perSecond));
    }

    /** A word of the program that stands in JSON and on the command line too. */
    static Cell code(String code) {
        return new Cell("code", "<code dir=\"ltr\">" + escaped(code) + "</code>");
    }

    static Cell digest(@Nullable String hex) {
        return hex == null ? none() : new Cell("digest", code(hex).markup());
    }

    /** A text of the page's own language; what is to be typed in it reads from left to right in each. */
    static Cell words(String text) {
        return new Cell("words", COMMAND.matcher(escaped(text)).replaceAll("<code dir=\"ltr\">$0</code>"));
    }

    /** A text of any language and length. */
    static Cell text(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return none();
        }
        boolean cut = text.length() > TEXT_CHARS;
        return new Cell("text", "<bdi>" + escaped(cut ? text.substring(0, TEXT_CHARS) + "…" : text) + "</bdi>");
    }

    /** A whole path: each of its names in its own direction, one behind the other from left to right. */
    static Cell path(String path) {
        StringBuilder markup = new StringBuilder("<span class=\"path\" dir=\"ltr\">");
        String[] names = path.split("/", -1);
        for (int at = 0; at < names.length; at++) {
            markup.append(at == 0 ? "" : "/<wbr>");
            String name = escaped(names[at]);
            markup.append(rightToLeft(name) ? "<bdi>" + name + "</bdi>" : name);
        }
        return new Cell("text", markup.append("</span>").toString());
    }

    /** Names without such letters need no isolation, which is most of a large page. */
    private static boolean rightToLeft(String name) {
        return name.codePoints().anyMatch(code -> switch (Character.getDirectionality(code)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                    Character.DIRECTIONALITY_ARABIC_NUMBER -> true;
            default -> false;
        });
    }

    static Cell none() {
        return new Cell("none", "–");
    }

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        PrintableText.of(text).chars().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append((char) c);
            }
        });
        return escaped.toString();
    }
}
