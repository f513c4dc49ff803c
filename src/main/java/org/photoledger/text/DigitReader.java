package org.photoledger.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.photoledger.image.Luma;

/**
 * Reads numbers in Arabic-Indic and Western digits, with separators and single letters: our own line model, which
 * src/train describes. It reads one script's alphabet at a time, so that a line never mixes them.
 */
final class DigitReader implements AutoCloseable {

    /** Stands for anything written that is no part of a number. */
    static final char OTHER = '□';

    private static final int HEIGHT = 32;
    private static final int LEAST_WIDTH = 16;
    private static final int MOST_WIDTH = 320;

    private static final String ARABIC = "٠١٢٣٤٥٦٧٨٩۴۵۶";
    private static final String WESTERN = "0123456789";
    private static final String SEPARATORS = "/-.";
    private static final String ARABIC_LETTERS = "ابتثجحدرزسشصطعفقكلمنهوي";
    private static final String LATIN_LETTERS = "ABCDEFGHJKLMNPRST";
    // in the order of the model's outputs after the blank; the same as in src/train/alphabet.py
    private static final String CLASSES = ARABIC + WESTERN + SEPARATORS + ARABIC_LETTERS + LATIN_LETTERS + OTHER;

    // an Arabic-Indic zero is a dot, so that a dot among such digits is never a separator
    private static final String ARABIC_LINE = ARABIC + "/-" + ARABIC_LETTERS + OTHER;
    private static final String WESTERN_LINE = WESTERN + SEPARATORS + LATIN_LETTERS + OTHER;

    /** In the wider of two looks at a line; equal digits side by side and dots for zeros then have more steps to be told apart. */
    private static final double WIDER = 1.15;

    /** A line of less confidence is hardly a number. */
    private static final double WORTH_A_SECOND_LOOK = 0.3;

    private final Model model;

    DigitReader(Model model) {
        this.model = model;
    }

    /** The line as Arabic-Indic and as Western number, the more probable first. */
    List<LineReading> read(Luma picture, TextBox box) {
        CtcScores first = scores(picture, box, 1);
        List<LineReading> readings = readings(first::greedy);
        if (readings.stream().noneMatch(DigitReader::mayBeNumber)) {
            return readings;
        }
        CtcScores wider = scores(picture, box, WIDER);
        return readings(alphabet -> SecondLook.agree(first, wider, alphabet));
    }

    private CtcScores scores(Luma picture, TextBox box, double stretch) {
        LineCrop.Size size = new LineCrop.Size(HEIGHT, LEAST_WIDTH, (int) (MOST_WIDTH * stretch), stretch);
        Luma line = LineCrop.of(picture, box, size);
        return CtcScores.of(model.run(normalized(line.samples()), 1, 1, HEIGHT, line.width()));
    }

    private static List<LineReading> readings(Function<CtcPath.Alphabet, CtcPath> paths) {
        List<LineReading> readings = new ArrayList<>();
        for (String allowed : List.of(ARABIC_LINE, WESTERN_LINE)) {
            CtcPath path = paths.apply(number -> allowed.indexOf(CLASSES.charAt(number - 1)) >= 0);
            readings.add(
                    LineReading.of(LineJudge.DIGIT_ENGINE, path, number -> String.valueOf(CLASSES.charAt(number - 1))));
        }
        if (readings.get(1).logProbability() > readings.get(0).logProbability()) {
            Collections.reverse(readings);
        }
        return readings;
    }

    private static boolean mayBeNumber(LineReading reading) {
        return reading.confidence() >= WORTH_A_SECOND_LOOK
                && reading.text().codePoints().anyMatch(Character::isDigit);
    }

    /** The line's own darkest and lightest tones (2 and 98 percent) become -1 and 1, as in training. */
    static float[] normalized(float[] grey) {
        float[] sorted = grey.clone();
        Arrays.sort(sorted);
        float low = percentile(sorted, 0.02);
        float range = Math.max(8, percentile(sorted, 0.98) - low);
        float[] normalized = new float[grey.length];
        for (int at = 0; at < grey.length; at++) {
            normalized[at] = Math.max(-1.5f, Math.min(1.5f, (grey[at] - low) / range * 2 - 1));
        }
        return normalized;
    }

    private static float percentile(float[] sorted, double part) {
        double at = part * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return (float) (sorted[below] + (sorted[above] - sorted[below]) * (at - below));
    }

    @Override
    public void close() {
        model.close();
    }
}
