package org.photoledger.text;

/** A rectangle of whole pixels; right and bottom are the first beyond it. */
record Bounds(int left, int top, int right, int bottom) {

    int width() {
        return right - left;
    }

    int height() {
        return bottom - top;
    }

    double middle() {
        return (top + bottom) / 2.0;
    }

    boolean holds(Bounds other) {
        return left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom;
    }

    /** The smallest that holds both. */
    Bounds with(Bounds other) {
        return new Bounds(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    /** Wider by so many pixels on each side, within a picture of this size. */
    Bounds grown(int across, int down, int width, int height) {
        return new Bounds(
                Math.max(0, left - across),
                Math.max(0, top - down),
                Math.min(width, right + across),
                Math.min(height, bottom + down));
    }

    /** The same place in a picture of this size, of which this one's whole is width by height; rounded to hold it all. */
    Bounds scaledTo(int newWidth, int newHeight, int width, int height) {
        double across = (double) newWidth / width;
        double down = (double) newHeight / height;
        return new Bounds(
                (int) (left * across),
                (int) (top * down),
                // rounding up may lead a pixel beyond the picture
                Math.min(newWidth, (int) Math.ceil(right * across)),
                Math.min(newHeight, (int) Math.ceil(bottom * down)));
    }
}
