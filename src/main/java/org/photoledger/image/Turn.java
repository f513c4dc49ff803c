package org.photoledger.image;

/** A turn by quarters clockwise, after a swap of left and right where mirrored; composes to an EXIF orientation. */
record Turn(boolean mirrored, int quarters) {

    static final Turn UPRIGHT = new Turn(false, 0);
    private static final int[] PLAIN = {1, 6, 3, 8};
    private static final int[] MIRRORED = {2, 7, 4, 5};

    Turn counterClockwise(int count) {
        return new Turn(mirrored, (quarters - count) & 3);
    }

    Turn leftToRight() {
        return new Turn(!mirrored, -quarters & 3);
    }

    Turn topToBottom() {
        return new Turn(!mirrored, (2 - quarters) & 3);
    }

    int orientation() {
        return (mirrored ? MIRRORED : PLAIN)[quarters];
    }
}
