package org.photoledger.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Weighs what the readers made of one line. PP-OCR knows no Arabic-Indic digit and takes them for Latin look-alikes; our
 * digit reader knows no word. So a confident Latin word silences the digit reader unless that reads a number as long as the
 * word, and a number is accepted from PP-OCR only where the digit reader reads the same.
 */
final class LineJudge {

    static final String WESTERN_ENGINE = "pp-ocr-v4";
    static final String DIGIT_ENGINE = "digits-3";
    static final String VERSION = "judge-4";

    /** Of PP-OCR's confidence: above it a word is a word. */
    private static final double WORD = 0.85;

    private static final double WORTH_KEEPING = 0.5;
    private static final int WORD_LETTERS = 3;

    private LineJudge() {}

    /** The readings of a line that has so many pieces of ink, the most trusted first. */
    static List<Reading> judge(LineReading western, List<LineReading> digits, int pieces) {
        List<Reading> readings = new ArrayList<>();
        LineReading best = digits.get(0);
        boolean word = isWord(western);
        boolean number = isNumber(best) && !(word && isPartOf(western, best));
        boolean arabic = number && Script.of(best.text()) == Script.ARABIC_INDIC;
        boolean agreed = !arabic && Acceptance.agreed(western, best);
        if (arabic) {
            readings.add(reading(best, !word && Acceptance.alone(best, pieces)));
        }
        if (western.confidence() >= WORTH_KEEPING && !western.text().isBlank()) {
            boolean accepted = hasDigit(western) ? agreed : Acceptance.words(western);
            readings.add(reading(western, !arabic && isLatin(western.text()) && accepted));
        }
        if (number && !arabic) {
            readings.add(reading(best, agreed && Acceptance.isPlain(best)));
        }
        return readings;
    }

    /** What the digit reader takes for a number among words is mostly a letter of theirs. */
    private static boolean isPartOf(LineReading word, LineReading number) {
        int letters = word.text().replace(" ", "").length();
        return !Acceptance.isPlain(number) || 3 * number.text().length() < 2 * letters;
    }

    private static boolean hasDigit(LineReading line) {
        return line.text().codePoints().anyMatch(Character::isDigit);
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
        return hasDigit(line) && line.confidence() >= WORTH_KEEPING;
    }

    private static boolean isLatin(String text) {
        return text.codePoints().allMatch(c -> c < 0x250);
    }
}
