package org.photoledger.text;

/**
 * When a reading is sure enough to be searched for and linked without a person having seen it. The thresholds were chosen
 * on seed 1 of the evaluation sets and are checked on another (src/docs/text.md): under 2 percent of the accepted are wrong.
 */
final class Acceptance {

    private static final double WORDS = 0.9;
    private static final double WORDS_WEAKEST = 0.75;
    private static final int LEAST_LETTERS = 3;

    private static final double DIGITS_WEAKEST = 0.8;
    private static final int LEAST_DIGITS = 2;

    /** Of either engine's least sure character where both read the same. */
    private static final double AGREED_WEAKEST = 0.5;

    /** A line of these alone may be of either script. */
    private static final String LOOK_ALIKES = "١٥٠/-";

    private Acceptance() {}

    /** Words of PP-OCR. */
    static boolean words(LineReading western) {
        long letters = western.text().codePoints().filter(Character::isLetter).count();
        return letters >= LEAST_LETTERS && western.confidence() >= WORDS && western.weakest() >= WORDS_WEAKEST;
    }

    /** Western numbers: both engines read the same digits and separators, whatever words stand beside them. */
    static boolean agreed(LineReading western, LineReading digits) {
        boolean sure = western.confidence() >= WORDS && western.weakest() >= AGREED_WEAKEST;
        boolean mixed = western.text().codePoints().anyMatch(Character::isLetter);
        return sure
                && number(western.text()).equals(number(digits.text()))
                && (mixed ? western.weakest() >= WORDS_WEAKEST : digits.weakest() >= AGREED_WEAKEST && isPlain(digits));
    }

    private static String number(String text) {
        return text.replaceAll("[\\p{L} " + DigitReader.OTHER + "]", "");
    }

    /** An Arabic-Indic number, which no second engine reads: every piece of ink must have become a character. */
    static boolean alone(LineReading digits, int pieces) {
        String text = digits.text();
        return isPlain(digits)
                && digits.weakest() >= DIGITS_WEAKEST
                && text.length() >= LEAST_DIGITS
                && pieces <= text.length()
                && text.codePoints().anyMatch(c -> LOOK_ALIKES.indexOf(c) < 0);
    }

    /** Digits and separators only. */
    static boolean isPlain(LineReading digits) {
        return digits.text().codePoints().noneMatch(c -> Character.isLetter(c) || c == DigitReader.OTHER);
    }
}
