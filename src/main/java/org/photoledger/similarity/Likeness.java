package org.photoledger.similarity;

import java.util.Optional;

/**
 * What a pair of photos is to one another, and why it is no more than that.
 *
 * @param objection what keeps a near pair from being a probable copy
 */
public record Likeness(Band band, Objection objection) {

    /** The rules of this class and of what it is given; pairs judged by others are judged anew. */
    public static final String RULES = "likeness-1";

    /** Why two near photos are not taken for one picture. */
    public enum Objection {
        NONE,
        /** Taken at least a second apart. */
        CAPTURE_TIME,
        /** Taken with two cameras. */
        SERIAL_NUMBER,
        /** Accepted numbers in one place differ: the same frame with another number is another person. */
        NUMBERS_DIFFER,
        /** Somewhere the pictures differ. */
        RESIDUAL,
        /** They are near only inside the border of one or both. */
        BORDER
    }

    /**
     * What is known of two photos.
     *
     * @param sameImageData whether the digests of their coded image data are equal
     * @param distance of their hashes in the nearest turn, in bits
     * @param quality the lower of their hashes' qualities
     * @param residual of their thumbs in that turn
     * @param numbersDiffer whether accepted numbers in one place differ
     */
    public record Evidence(
            boolean sameImageData,
            int distance,
            int quality,
            double residual,
            Shot original,
            Shot copy,
            boolean numbersDiffer) {

        private Objection objection() {
            if (original.atAnotherTime(copy)) {
                return Objection.CAPTURE_TIME;
            }
            if (original.withAnotherCamera(copy)) {
                return Objection.SERIAL_NUMBER;
            }
            if (numbersDiffer) {
                return Objection.NUMBERS_DIFFER;
            }
            return residual > ThumbResidual.SAME_PICTURE ? Objection.RESIDUAL : Objection.NONE;
        }
    }

    /** The band of a pair; empty where two photos are not alike. */
    public static Optional<Likeness> of(Evidence evidence) {
        if (evidence.sameImageData) {
            return Optional.of(new Likeness(Band.SAME_IMAGE_DATA, Objection.NONE));
        }
        if (evidence.distance > PerceptualHash.NEAR) {
            return Optional.empty();
        }
        Objection objection = evidence.objection();
        if (evidence.quality < PerceptualHash.LEAST_QUALITY) {
            return evidence.residual <= ThumbResidual.SAME_PICTURE
                    ? Optional.of(new Likeness(Band.LOW_DETAIL, objection))
                    : Optional.empty();
        }
        return Optional.of(new Likeness(objection == Objection.NONE ? Band.REENCODE : Band.NEAR, objection));
    }

    /**
     * The band of a pair that is not near as it is, by the hashes of what is inside {@link UniformBorder}, of one or of both;
     * empty where these are not alike. A border is an edit, whatever the thumbs say.
     *
     * @param distance in the nearest turn, in bits
     * @param quality the lower one
     */
    public static Optional<Likeness> insideBorder(int distance, int quality) {
        return distance <= PerceptualHash.NEAR && quality >= PerceptualHash.LEAST_QUALITY
                ? Optional.of(new Likeness(Band.NEAR, Objection.BORDER))
                : Optional.empty();
    }
}
