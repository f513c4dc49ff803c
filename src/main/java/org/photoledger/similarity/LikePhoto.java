package org.photoledger.similarity;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A photo among its likes. Its natural order is that of evidence, the best first: more pixels, then the earlier capture time,
 * one without a time last, then the larger file, then the smaller digest.
 *
 * @param captureTime ISO 8601 without a zone, as far as it is known; null if unknown
 * @param quality of its hash, 0 to 100; null if it has none
 * @param hub whether it has more partners than are kept
 */
public record LikePhoto(
        String sha256,
        long pixels,
        @Nullable String captureTime,
        long bytes,
        @Nullable Integer quality,
        boolean hub) implements Comparable<LikePhoto> {

    private static final Comparator<LikePhoto> BY_EVIDENCE = Comparator.comparingLong(LikePhoto::pixels)
            .reversed()
            .thenComparing(LikePhoto::captureTime, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(LikePhoto::bytes, Comparator.reverseOrder())
            .thenComparing(LikePhoto::sha256);

    @Override
    public int compareTo(LikePhoto other) {
        return BY_EVIDENCE.compare(this, other);
    }
}
