package org.photoledger.similarity;

import java.util.List;

/** Whether two photos of one frame show different numbers in one place. */
public final class NumbersOnPair {

    private NumbersOnPair() {}

    /**
     * True if a number of either photo stands where the other has numbers, none of them equal to it. Lines of a slanted card
     * overlap their neighbours; what counts is that one of them is the same.
     *
     * @param turn EXIF orientation that brings the copy into the original's position
     */
    public static boolean differ(List<NumberRegion> original, List<NumberRegion> copy, int turn) {
        List<NumberRegion> turned =
                copy.stream().map(region -> region.turned(turn)).toList();
        return contradicted(original, turned) || contradicted(turned, original);
    }

    private static boolean contradicted(List<NumberRegion> numbers, List<NumberRegion> others) {
        return numbers.stream().anyMatch(number -> {
            List<NumberRegion> there = others.stream().filter(number::overlaps).toList();
            return !there.isEmpty()
                    && there.stream().noneMatch(other -> other.text().equals(number.text()));
        });
    }
}
