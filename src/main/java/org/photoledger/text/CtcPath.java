package org.photoledger.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The best path through a line's class scores (connectionist temporal classification, Graves et al., ICML 2006): per step
 * the best allowed class, repeats joined, blanks (class 0) dropped.
 *
 * @param classes what was read, in order
 * @param confidences the probability of each, 0 to 1: the highest along its steps, among all classes
 * @param rivals the second best of each, where it was surest
 * @param logProbability of the whole path, blanks included
 */
record CtcPath(List<Integer> classes, List<Double> confidences, List<Rival> rivals, double logProbability) {

    /** Which classes may be read; the blank always may. */
    interface Alphabet {
        boolean allows(int number);
    }

    /** An allowed class that is not the blank; class 0 of probability 0 where there is no other. */
    record Rival(int number, double probability) {}

    /** Best path through scores of {@code steps} x {@code classes} probabilities. */
    static CtcPath greedy(float[] probabilities, int steps, int classes, Alphabet alphabet) {
        List<Integer> read = new ArrayList<>();
        List<Integer> surest = new ArrayList<>();
        double log = 0;
        int before = 0;
        for (int start = 0; start < steps * classes; start += classes) {
            int best = best(probabilities, start, classes, alphabet);
            double probability = probabilities[start + best];
            log += Math.log(Math.max(1e-9, probability));
            if (best != 0 && best != before) {
                read.add(best);
                surest.add(start);
            } else if (best != 0 && probability > probabilities[surest.get(surest.size() - 1) + best]) {
                surest.set(surest.size() - 1, start);
            }
            before = best;
        }
        List<Double> confidences = new ArrayList<>();
        List<Rival> rivals = new ArrayList<>();
        for (int at = 0; at < read.size(); at++) {
            int number = read.get(at);
            confidences.add((double) probabilities[surest.get(at) + number]);
            rivals.add(
                    rival(probabilities, surest.get(at), classes, other -> other != number && alphabet.allows(other)));
        }
        return new CtcPath(read, confidences, rivals, log);
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

    private static Rival rival(float[] probabilities, int start, int classes, Alphabet alphabet) {
        Rival best = new Rival(0, 0);
        for (int at = 1; at < classes; at++) {
            if (probabilities[start + at] > best.probability() && alphabet.allows(at)) {
                best = new Rival(at, probabilities[start + at]);
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
