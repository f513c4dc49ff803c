package org.photoledger.text;

/**
 * One side of a line of text: rows of pixels beside its box and as long, each at a distance from it.
 *
 * @param from where the rows begin along the box, in pixels
 * @param to where they end
 */
record PatchSide(PatchFrame frame, PatchTone paper, Place place, int from, int to) {

    /** Pixels of a row that are looked at, about. */
    private static final int ENOUGH = 150;

    enum Place {
        LEFT,
        RIGHT,
        TOP,
        BOTTOM
    }

    /**
     * The pixels in one distance; a negative one lies within the box.
     *
     * @param outside whether most of them are beyond the picture
     * @param share of those that differ from the paper
     * @param step mean difference from the paper, in grey levels
     */
    record Row(boolean outside, double share, double step) {}

    Row at(int distance) {
        int stride = Math.max(1, (to - from) / ENOUGH);
        int all = 0;
        int inside = 0;
        int other = 0;
        double step = 0;
        for (int along = from; along < to; along += stride) {
            all++;
            float tone = tone(along, distance);
            if (!Float.isNaN(tone)) {
                inside++;
                other += paper.is(tone) ? 0 : 1;
                step += Math.abs(tone - paper.level());
            }
        }
        double count = Math.max(1, inside);
        return new Row(2 * inside < all, other / count, step / count);
    }

    private float tone(int along, int distance) {
        return switch (place) {
            case LEFT -> frame.tone(-distance, along);
            case RIGHT -> frame.tone(frame.width() - 1 + distance, along);
            case TOP -> frame.tone(along, -distance);
            case BOTTOM -> frame.tone(along, frame.height() - 1 + distance);
        };
    }
}
