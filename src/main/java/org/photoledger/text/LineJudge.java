package org.photoledger.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Weighs what the readers made of one line. PP-OCR knows no Arabic-Indic digit and takes them for Latin look-alikes; our
 * digit reader knows no word. So a confident Latin word silences the digit reader, and a number is accepted from PP-OCR
 * only where the digit reader does not see another script.
 */
final class LineJudge {

    static final String WESTERN_ENGINE = "pp-ocr-v4";
    static final String DIGIT_ENGINE = "digits-1";
    static final String VERSION = "judge-1";

    /** Of PP-OCR's confidence: above it a word is a word. */
    private static final double WORD = 0.85;

    private static final double WESTERN_ACCEPTED = 0.9;
    private static final double DIGITS_ACCEPTED = 0.9;
    private static final double WORTH_KEEPING = 0.5;
    private static final int WORD_LETTERS = 3;

    private LineJudge() {}

    static List<Reading> judge(LineReading western, List<LineReading> digits) {
        List<Reading> readings = new ArrayList<>();
        LineReading best = digits.get(0);
        boolean word = isWord(western);
        boolean arabic = !word && Script.of(best.text()) == Script.ARABIC_INDIC && isNumber(best);
        if (arabic) {
            readings.add(reading(best, best.weakest() >= DIGITS_ACCEPTED));
        }
        if (western.confidence() >= WORTH_KEEPING && !western.text().isBlank()) {
            boolean accepted = !arabic && western.confidence() >= WESTERN_ACCEPTED && isLatin(western.text());
            readings.add(reading(western, accepted));
        }
        if (!arabic && !word && isNumber(best)) {
            boolean agreed = best.text().equals(western.text().replace(" ", ""));
            readings.add(reading(best, agreed || best.weakest() >= DIGITS_ACCEPTED));
        }
        return readings;
    }

    private static Reading reading(LineReading line, boolean accepted) {
        return new Reading(
                line.engine(),
                line.text(),
                Script.of(line.text()),
                line.confidence(),
                line.confidences(),
                line.alternatives(),
                accepted);
    }

    private static boolean isWord(LineReading line) {
        long letters = line.text().codePoints().filter(Character::isLetter).count();
        long digits = line.text().codePoints().filter(Character::isDigit).count();
        return letters >= WORD_LETTERS && letters > digits && line.confidence() >= WORD;
    }

    private static boolean isNumber(LineReading line) {
        return line.text().codePoints().anyMatch(Character::isDigit) && line.confidence() >= WORTH_KEEPING;
    }

    private static boolean isLatin(String text) {
        return text.codePoints().allMatch(c -> c < 0x250);
    }
}
