package org.photoledger.text;

import java.util.List;

/**
 * A line of text in a picture.
 *
 * @param box where it stands, in pixels of the picture that was read; its first corner is where reading begins
 * @param turn clockwise degrees, 0, 90, 180 or 270, nearest to the direction in which the line runs; 0 is left to right
 * @param score how sure the detector is that there is text, 0 to 1
 * @param surface what it stands on
 * @param crop the line cut out
 * @param readings by every engine that made something of it, the most trusted first
 */
public record TextRegion(
        TextBox box, int turn, double score, Surface surface, RegionCrop crop, List<Reading> readings) {

    /** What is to be done with a region. */
    public enum Status {
        /** A reading is accepted. */
        READ,
        /** Something was read, not surely enough. */
        REVIEW,
        /** Nothing could be read. */
        UNREAD
    }

    public TextRegion {
        if (turn % 90 != 0 || turn < 0 || turn >= 360) {
            throw new IllegalArgumentException("a turn of " + turn + " degrees");
        }
        readings = List.copyOf(readings);
    }

    public Status status() {
        if (readings.isEmpty()) {
            return Status.UNREAD;
        }
        return readings.stream().anyMatch(Reading::accepted) ? Status.READ : Status.REVIEW;
    }

    /** In pixels of the same picture at another size: so many times as wide and as high. */
    public TextRegion scaled(double horizontally, double vertically) {
        return new TextRegion(box.scaled(horizontally, vertically), turn, score, surface, crop, readings);
    }
}
