package org.photoledger.similarity;

import java.util.Comparator;

/**
 * How far a copy's hash is from its original's in the turn in which they are nearest.
 *
 * @param distance Hamming distance, 0 to 256 bits
 * @param turn EXIF orientation 1 to 8 that brings the copy into the original's position; the lowest of equally near ones
 */
public record HashMatch(int distance, int turn) {

    /** Up to this distance two pictures may show one scene: a suggestion, never a pair (research on near duplicates). */
    public static final int SIMILAR_SCENE = 60;

    static final Comparator<HashMatch> NEAREST =
            Comparator.comparingInt(HashMatch::distance).thenComparingInt(HashMatch::turn);

    /** Words as {@link PerceptualHash#words} gives them. */
    public static HashMatch between(long[] original, long[] copy) {
        HashMatch nearest = new HashMatch(TurnedBits.distance(original, copy), 1);
        for (int turn = 2; turn <= TurnedBits.TURNS; turn++) {
            int distance = TurnedBits.distance(original, TurnedBits.turned(copy, turn));
            if (distance < nearest.distance) {
                nearest = new HashMatch(distance, turn);
            }
        }
        return nearest;
    }

    /** Of the whole pictures of two photos, whichever comes first: the turn brings the copy into the original's position. */
    public static HashMatch between(ComparedPhoto one, ComparedPhoto other) {
        return one.isOriginalOf(other)
                ? between(one.hash().words(), other.hash().words())
                : between(other.hash().words(), one.hash().words());
    }

    /** Whether the two are not near, and yet may show one scene. */
    public boolean similarScene() {
        return distance > PerceptualHash.NEAR && distance <= SIMILAR_SCENE;
    }
}
