package org.photoledger.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What one reader made of one line.
 *
 * @param engine the reader and its version
 * @param text in the order in which it stands, left to right
 * @param confidences per character, 0 to 1
 * @param alternatives with one character replaced by its second choice, best first, at most 3
 * @param logProbability of the path that was read
 */
record LineReading(
        String engine, String text, List<Double> confidences, List<Alternative> alternatives, double logProbability) {

    private static final int MOST_ALTERNATIVES = 3;

    /** A second choice less probable than this is noise. */
    private static final double LIKELY = 0.01;

    /** Of a path, given what each class stands for. */
    static LineReading of(String engine, CtcPath path, IntFunction<String> character) {
        return new LineReading(
                engine,
                text(path.classes(), character),
                path.confidences(),
                alternatives(path, character),
                path.logProbability());
    }

    private static String text(List<Integer> classes, IntFunction<String> character) {
        StringBuilder text = new StringBuilder();
        classes.forEach(number -> text.append(character.apply(number)));
        return text.toString();
    }

    private static List<Alternative> alternatives(CtcPath path, IntFunction<String> character) {
        double all =
                path.confidences().stream().mapToDouble(Double::doubleValue).sum();
        List<Alternative> alternatives = new ArrayList<>();
        for (int at = 0; at < path.classes().size(); at++) {
            CtcPath.Rival rival = path.rivals().get(at);
            if (rival.probability() >= LIKELY && differs(path.classes().get(at), rival.number(), character)) {
                List<Integer> classes = new ArrayList<>(path.classes());
                classes.set(at, rival.number());
                double sum = all - path.confidences().get(at) + rival.probability();
                alternatives.add(new Alternative(text(classes, character), sum / classes.size()));
            }
        }
        return alternatives.stream()
                .sorted(Comparator.comparingDouble(Alternative::confidence).reversed())
                .limit(MOST_ALTERNATIVES)
                .toList();
    }

    /** The same digit in its Persian shape is no other text, and what cannot be read is none at all. */
    private static boolean differs(int number, int rival, IntFunction<String> character) {
        String other = Normalization.ofLogical(character.apply(rival));
        return !other.equals(Normalization.ofLogical(character.apply(number)))
                && !other.equals(String.valueOf(DigitReader.OTHER));
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
