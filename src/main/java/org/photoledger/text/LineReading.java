package org.photoledger.text;

import java.util.List;

/**
 * What one reader made of one line.
 *
 * @param text in the order in which it stands, left to right
 * @param confidences per character, 0 to 1
 * @param logProbability of the path that was read
 */
record LineReading(String text, List<Double> confidences, double logProbability) {

    static LineReading of(String text, CtcPath path) {
        return new LineReading(text, path.confidences(), path.logProbability());
    }

    /** Mean over the characters, 0 for nothing read. */
    double confidence() {
        return confidences.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /** The least sure character's, 0 for nothing read. */
    double weakest() {
        return confidences.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }
}
