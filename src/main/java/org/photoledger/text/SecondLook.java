package org.photoledger.text;

import java.util.ArrayList;
import java.util.List;

/**
 * What two looks at one line agree on: of their readings the one that both together find more probable. Where they read
 * different things the least sure character is as sure as the choice between them.
 */
final class SecondLook {

    private SecondLook() {}

    static CtcPath agree(CtcScores first, CtcScores second, CtcPath.Alphabet alphabet) {
        CtcPath one = first.greedy(alphabet);
        CtcPath other = second.greedy(alphabet);
        double likely = likelihood(first, second, one);
        if (one.classes().equals(other.classes())) {
            return new CtcPath(one.classes(), means(one, other), one.rivals(), likely);
        }
        double rival = likelihood(first, second, other);
        return likely >= rival ? chosen(one, likely, rival) : chosen(other, rival, likely);
    }

    private static double likelihood(CtcScores first, CtcScores second, CtcPath path) {
        return (first.logLikelihood(path.classes()) + second.logLikelihood(path.classes())) / 2;
    }

    private static List<Double> means(CtcPath one, CtcPath other) {
        List<Double> means = new ArrayList<>();
        for (int at = 0; at < one.confidences().size(); at++) {
            means.add((one.confidences().get(at) + other.confidences().get(at)) / 2);
        }
        return means;
    }

    private static CtcPath chosen(CtcPath path, double likely, double rival) {
        List<Double> confidences = new ArrayList<>(path.confidences());
        if (!confidences.isEmpty()) {
            double weakest =
                    confidences.stream().mapToDouble(Double::doubleValue).min().orElse(0);
            double share = Math.exp(likely - CtcScores.sum(likely, rival));
            confidences.set(confidences.indexOf(weakest), weakest * share);
        }
        return new CtcPath(path.classes(), confidences, path.rivals(), likely);
    }
}
