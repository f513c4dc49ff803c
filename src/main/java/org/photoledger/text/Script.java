package org.photoledger.text;

/** The script of a reading's digits and letters. */
public enum Script {
    LATIN,
    WESTERN_DIGITS,
    ARABIC_INDIC,
    /** Nothing of these, or nothing at all. */
    NONE;

    /** Digits decide before letters; Arabic-Indic before Western. */
    public static Script of(String text) {
        if (text.codePoints().anyMatch(Script::arabicIndic)) {
            return ARABIC_INDIC;
        }
        if (text.codePoints().anyMatch(c -> c >= '0' && c <= '9')) {
            return WESTERN_DIGITS;
        }
        return text.codePoints().anyMatch(c -> c < 0x250 && Character.isLetter(c)) ? LATIN : NONE;
    }

    private static boolean arabicIndic(int c) {
        return (c >= 0x660 && c <= 0x669) || (c >= 0x6f0 && c <= 0x6f9);
    }
}
