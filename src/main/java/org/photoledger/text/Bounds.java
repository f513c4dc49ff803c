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

    Bounds with(int x, int y) {
        return new Bounds(Math.min(left, x), Math.min(top, y), Math.max(right, x + 1), Math.max(bottom, y + 1));
    }

    Bounds with(Bounds other) {
        return with(other.left, other.top).with(other.right - 1, other.bottom - 1);
    }

    /** Wider by so many pixels on each side, within a picture of this size. */
    Bounds grown(int across, int down, int width, int height) {
        return new Bounds(
                Math.max(0, left - across),
                Math.max(0, top - down),
                Math.min(width, right + across),
                Math.min(height, bottom + down));
    }

    Bounds scaled(double horizontally, double vertically) {
        return new Bounds(
                (int) (left * horizontally), (int) (top * vertically), (int) Math.ceil(right * horizontally), (int)
                        Math.ceil(bottom * vertically));
    }
}
