package org.photoledger.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text as it is searched for. Arabic-Indic and Persian digits become 0 to 9; characters that differ from others only in
 * width or in the shape that their place in a word gives them become those (Unicode Standard Annex 15, decompositions of
 * type wide, narrow, isolated, initial, medial and final); then canonical composition, NFC. Everything else stays:
 * superscripts, fractions, symbols, control characters and directional overrides.
 */
public final class Normalization {

    private static final String NUMBER_OR_WORD = "(?:\\p{Nd}|[\\p{L}&&[^\\p{IsArabic}]])";
    private static final String WORD = "[\\p{L}&&[^\\p{IsArabic}]]";

    /** What runs from left to right within a line of Arabic: numbers with their separators, words of other scripts. */
    private static final Pattern PARTS = Pattern.compile(
            NUMBER_OR_WORD + "(?:(?:[/\\-.,:٫٬]|(?<=" + WORD + ") (?=" + WORD + "))?" + NUMBER_OR_WORD + ")*|\\X");

    private static final String BRACKETS = "()[]{}<>«»";

    private Normalization() {}

    /** Of text in logical order: names, metadata, what a person typed. */
    public static String ofLogical(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if ((c >= 0x660 && c <= 0x669) || (c >= 0x6f0 && c <= 0x6f9)) {
                plain.append((char) ('0' + (c & 0xf)));
            } else if (isVariant(c)) {
                plain.append(plain(c));
            } else {
                plain.appendCodePoint(c);
            }
        });
        return Normalizer.normalize(plain, Normalizer.Form.NFC);
    }

    /** Of text as it stands, from left to right. */
    public static String ofVisual(String text) {
        return ofLogical(inLogicalOrder(text));
    }

    /**
     * Letters' forms and ligatures of letters (U+FB50 to U+FDEF, U+FE70 to U+FEFC), full-width ASCII and half-width
     * katakana; not the ligatures that are words or signs (U+FDF0 to U+FDFC), nor half-width Hangul.
     */
    private static boolean isVariant(int c) {
        return c == 0x3000
                || (c >= 0xfb50 && c < 0xfdf0)
                || (c >= 0xfe70 && c <= 0xfefc)
                || (c >= 0xff01 && c <= 0xff9f)
                || (c >= 0xffe0 && c <= 0xffee && c != 0xffe3);
    }

    /** A mark that would become a space with a mark stays as it is. */
    private static String plain(int c) {
        String own = Character.toString(c);
        String plain = Normalizer.normalize(own, Normalizer.Form.NFKC);
        return plain.length() > 1 && plain.indexOf(' ') >= 0 ? own : plain;
    }

    /**
     * A line with Arabic letters is read from the right: its parts in reverse, where a number stays as drawn, separators
     * included. (The bidirectional algorithm would turn {@code ٤-٢٨} round; who writes a number on a card does not.)
     */
    private static String inLogicalOrder(String visual) {
        if (visual.codePoints().noneMatch(Normalization::isArabicLetter)) {
            return visual;
        }
        List<String> parts = new ArrayList<>();
        Matcher matcher = PARTS.matcher(visual);
        while (matcher.find()) {
            parts.add(mirrored(matcher.group()));
        }
        Collections.reverse(parts);
        return String.join("", parts);
    }

    private static boolean isArabicLetter(int c) {
        return Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC;
    }

    /** A bracket that stands open to the right is the closing one for who reads from the right. */
    private static String mirrored(String part) {
        int at = part.length() == 1 ? BRACKETS.indexOf(part) : -1;
        return at < 0 ? part : BRACKETS.substring(at ^ 1, (at ^ 1) + 1);
    }
}
