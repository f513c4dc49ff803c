package org.photoledger.similarity;

import org.jspecify.annotations.Nullable;
import org.photoledger.similarity.Likeness.Evidence;

/** A photo and what may be its copy, compared as the program compares them. */
record EvaluatedPair(int distance, int turn, int quality, double residual) {

    /** In the better order: the photo of more pixels is the original. */
    static EvaluatedPair of(EvaluatedPhoto one, EvaluatedPhoto other) {
        return one.pixels() >= other.pixels() ? ordered(one, other) : ordered(other, one);
    }

    private static EvaluatedPair ordered(EvaluatedPhoto original, EvaluatedPhoto copy) {
        HashMatch match = HashMatch.between(original.hash().words(), copy.hash().words());
        double residual = ThumbResidual.between(original.thumb(), copy.thumb().turned(match.turn()));
        int quality = Math.min(original.hash().quality(), copy.hash().quality());
        return new EvaluatedPair(match.distance(), match.turn(), quality, residual);
    }

    @Nullable
    Likeness likeness(Shot original, Shot copy, boolean numbersDiffer) {
        return Likeness.of(new Evidence(false, distance, quality, residual, original, copy, numbersDiffer))
                .orElse(null);
    }
}
