package org.photoledger.text;

import java.util.Arrays;
import java.util.List;

/** How probable each character is at each step along a line, as a recognizer gives it. */
final class CtcScores {

    private static final double LEAST_PROBABILITY = 1e-9;

    private final float[] probabilities;
    private final int steps;
    private final int classes;

    /** Of so many steps along the line: the probability of each class, step by step; class 0 is the blank. */
    CtcScores(float[] probabilities, int steps, int classes) {
        this.probabilities = probabilities;
        this.steps = steps;
        this.classes = classes;
    }

    /** Of a model's answer for one line: steps by classes, not yet normalized. */
    static CtcScores of(Model.Output output) {
        int classes = (int) output.shape()[2];
        return new CtcScores(CtcPath.softmax(output.values(), classes), (int) output.shape()[1], classes);
    }

    CtcPath greedy(CtcPath.Alphabet alphabet) {
        return CtcPath.greedy(probabilities, steps, classes, alphabet);
    }

    /** Natural logarithm of the probability of a reading by any path (forward algorithm, Graves et al., ICML 2006, section 4.1). */
    double logLikelihood(List<Integer> reading) {
        int states = 2 * reading.size() + 1;
        double[] before = new double[states];
        double[] now = new double[states];
        Arrays.fill(before, Double.NEGATIVE_INFINITY);
        // as if a blank stood before the first step
        before[0] = 0;
        for (int step = 0; step < steps; step++) {
            for (int state = 0; state < states; state++) {
                now[state] = reached(before, state, reading) + log(step, number(reading, state));
            }
            double[] spent = before;
            before = now;
            now = spent;
        }
        return states == 1 ? before[0] : sum(before[states - 1], before[states - 2]);
    }

    /** By staying, from the state before, or past the blank between two characters that differ. */
    private static double reached(double[] before, int state, List<Integer> reading) {
        double reached = before[state];
        if (state > 0) {
            reached = sum(reached, before[state - 1]);
        }
        boolean character = state % 2 == 1;
        if (character && state > 1 && !reading.get(state / 2).equals(reading.get(state / 2 - 1))) {
            reached = sum(reached, before[state - 2]);
        }
        return reached;
    }

    private static int number(List<Integer> reading, int state) {
        return state % 2 == 0 ? 0 : reading.get(state / 2);
    }

    private double log(int step, int number) {
        return Math.log(Math.max(LEAST_PROBABILITY, probabilities[step * classes + number]));
    }

    /** Of two probabilities given as logarithms. */
    static double sum(double first, double second) {
        double more = Math.max(first, second);
        return more == Double.NEGATIVE_INFINITY
                ? more
                : more + Math.log(Math.exp(first - more) + Math.exp(second - more));
    }
}
