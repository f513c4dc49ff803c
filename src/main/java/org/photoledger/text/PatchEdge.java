package org.photoledger.text;

/**
 * Where a patch ends on one side of its line.
 *
 * @param distance from the box, in pixels; how far was looked where there is no end
 */
record PatchEdge(Kind kind, int distance) {

    enum Kind {
        /** Between two rows or columns of pixels. */
        CRISP,
        /** Blurred, or askew to the line. */
        SOFT,
        /** Where tones drift away, as those of a wall or a sky do: no edge of a thing. */
        DRIFT,
        /** At the end of the picture. */
        PICTURE,
        /** Nowhere near. */
        NONE
    }

    /** How far beyond the box an end is looked for, in heights of the line. */
    private static final int REACH = 12;

    /**
     * Of the pixels along a side: so many differ from the paper beyond its end, so many in the next pixels too. A stroke
     * as high as the line's ink is less, for the box has margins.
     */
    private static final double BEYOND = 0.8;

    private static final double LASTING = 0.7;
    private static final int NEXT = 4;

    /** Two pixels before a crisp end so many differ at most; one before it the tone has gone this part of the step. */
    private static final double BEFORE = 0.1;

    private static final double RINGING = 3;
    private static final double BEGUN = 0.12;

    /** Within so many pixels on either side of it most of the step is made where a thing ends. */
    private static final int WITHIN = 5;

    private static final double HALF = 0.5;

    /** Looked for from so far on, within the box where negative: a box may reach beyond the patch. */
    static PatchEdge of(PatchSide side, int start) {
        int reach = REACH * side.frame().height();
        for (int distance = start; distance <= reach; distance++) {
            PatchSide.Row row = side.at(distance);
            if (row.outside()) {
                return new PatchEdge(Kind.PICTURE, distance);
            }
            if (row.share() >= BEYOND && lasting(side, distance)) {
                return new PatchEdge(kind(side, distance), distance);
            }
        }
        return new PatchEdge(Kind.NONE, reach);
    }

    /** A rule drawn on paper is no end of it. */
    private static boolean lasting(PatchSide side, int distance) {
        double sum = 0;
        int rows = 0;
        for (int next = 1; next <= NEXT; next++) {
            PatchSide.Row row = side.at(distance + next);
            sum += row.outside() ? 0 : row.share();
            rows += row.outside() ? 0 : 1;
        }
        return sum >= LASTING * rows;
    }

    private static Kind kind(PatchSide side, int distance) {
        if (crisp(side, distance)) {
            return Kind.CRISP;
        }
        double before = side.at(distance - WITHIN).step();
        return before <= HALF * side.at(distance + WITHIN).step() ? Kind.SOFT : Kind.DRIFT;
    }

    private static boolean crisp(PatchSide side, int distance) {
        return side.at(distance - 2).share() <= BEFORE
                && side.at(distance - 1).step()
                        <= RINGING + BEGUN * side.at(distance + 1).step();
    }
}
