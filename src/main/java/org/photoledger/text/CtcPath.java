package org.photoledger.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The best path through a line's class scores (connectionist temporal classification, Graves et al., ICML 2006): per step
 * the best allowed class, repeats joined, blanks (class 0) dropped.
 *
 * @param classes what was read, in order
 * @param confidences the probability of each, 0 to 1: the highest along its steps, among all classes
 * @param logProbability of the whole path, blanks included
 */
record CtcPath(List<Integer> classes, List<Double> confidences, double logProbability) {

    /** Which classes may be read; the blank always may. */
    interface Alphabet {
        boolean allows(int number);
    }

    /** Best path through scores of {@code steps} x {@code classes} probabilities. */
    static CtcPath greedy(float[] probabilities, int steps, int classes, Alphabet alphabet) {
        List<Integer> read = new ArrayList<>();
        List<Double> confidences = new ArrayList<>();
        double log = 0;
        int before = 0;
        for (int step = 0; step < steps; step++) {
            int best = best(probabilities, step * classes, classes, alphabet);
            double probability = probabilities[step * classes + best];
            log += Math.log(Math.max(1e-9, probability));
            if (best != 0 && best != before) {
                read.add(best);
                confidences.add(probability);
            } else if (best != 0) {
                int last = confidences.size() - 1;
                confidences.set(last, Math.max(confidences.get(last), probability));
            }
            before = best;
        }
        return new CtcPath(read, confidences, log);
    }

    private static int best(float[] probabilities, int start, int classes, Alphabet alphabet) {
        int best = 0;
        for (int at = 1; at < classes; at++) {
            if (probabilities[start + at] > probabilities[start + best] && alphabet.allows(at)) {
                best = at;
            }
        }
        return best;
    }

    /** Scores turned into probabilities, step by step. */
    static float[] softmax(float[] scores, int classes) {
        float[] probabilities = new float[scores.length];
        for (int start = 0; start + classes <= scores.length; start += classes) {
            float most = Float.NEGATIVE_INFINITY;
            for (int at = start; at < start + classes; at++) {
                most = Math.max(most, scores[at]);
            }
            float sum = 0;
            for (int at = start; at < start + classes; at++) {
                probabilities[at] = (float) Math.exp(scores[at] - most);
                sum += probabilities[at];
            }
            for (int at = start; at < start + classes; at++) {
                probabilities[at] /= sum;
            }
        }
        return probabilities;
    }
}
