package org.photoledger.similarity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What became of one kind of copies. */
final class CopyTally {

    private final List<Integer> distances = new ArrayList<>();
    private final List<Double> residuals = new ArrayList<>();
    private int found;
    private int reencodes;

    void add(EvaluatedPhoto original, EvaluatedPhoto copy) {
        addNearest(List.of(original), List.of(copy));
    }

    /** By the nearest of their hashes; one of little detail counts as not found. */
    void addNearest(List<EvaluatedPhoto> originals, List<EvaluatedPhoto> copies) {
        EvaluatedPair nearest = originals.stream()
                .flatMap(original -> copies.stream().map(copy -> EvaluatedPair.of(original, copy)))
                .min(Comparator.comparingInt(EvaluatedPair::distance))
                .orElseThrow();
        distances.add(nearest.distance());
        Likeness likeness = nearest.likeness(Shot.UNKNOWN, Shot.UNKNOWN, false);
        if (likeness != null && likeness.band() != Band.LOW_DETAIL) {
            found++;
            residuals.add(nearest.residual());
            reencodes += likeness.band() == Band.REENCODE ? 1 : 0;
        }
    }

    int size() {
        return distances.size();
    }

    String cells() {
        Collections.sort(distances);
        Collections.sort(residuals);
        return String.format(
                Locale.ROOT,
                " | %.3f | %d, %d, %d | %s | %.3f |",
                (double) found / distances.size(),
                (int) at(distances, 0.5),
                (int) at(distances, 0.9),
                (int) at(distances, 1),
                residuals.isEmpty() ? "" : residuals(),
                (double) reencodes / Math.max(1, found));
    }

    private String residuals() {
        return String.format(Locale.ROOT, "%.2f, %.2f", (double) at(residuals, 0.5), (double) at(residuals, 0.9));
    }

    private static <T> T at(List<T> sorted, double share) {
        return sorted.get((int) Math.round((sorted.size() - 1) * share));
    }
}
