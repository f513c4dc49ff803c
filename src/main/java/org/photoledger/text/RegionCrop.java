package org.photoledger.text;

import java.util.Arrays;
import org.photoledger.image.GreyJpeg;
import org.photoledger.image.Luma;

/**
 * A line of text as it was cut out and laid level: grey, 48 pixels high, a JPEG of at most 2,048 bytes. Whoever checks a
 * reading, or a better model, needs no photo opened again.
 */
public final class RegionCrop {

    public static final int MOST_BYTES = 2_048;

    private static final int HEIGHT = 48;
    private static final int MOST_WIDTH = 1_600;
    private static final int LEAST_WIDTH = 16;

    /** Below the last one blocks hide strokes: then a narrower crop shows more. */
    private static final float[] QUALITIES = {0.85f, 0.7f, 0.55f, 0.4f, 0.25f, 0.15f};

    private static final double NARROWER = 0.75;

    private final byte[] jpeg;

    /** Throws {@link IllegalArgumentException} for more than the bytes allowed. */
    public RegionCrop(byte[] jpeg) {
        if (jpeg.length > MOST_BYTES) {
            throw new IllegalArgumentException("a crop of " + jpeg.length + " bytes exceeds " + MOST_BYTES);
        }
        this.jpeg = jpeg.clone();
    }

    /** In the best quality that fits; narrower where none does. */
    static RegionCrop of(Luma picture, TextBox box) {
        Luma line = LineCrop.of(picture, box, HEIGHT, LEAST_WIDTH, MOST_WIDTH);
        byte[] jpeg = smallEnough(line);
        while (jpeg.length > MOST_BYTES) {
            int width = (int) (NARROWER * line.width());
            line = LineCrop.of(picture, box, HEIGHT, Math.min(LEAST_WIDTH, width), width);
            jpeg = smallEnough(line);
        }
        return new RegionCrop(jpeg);
    }

    private static byte[] smallEnough(Luma line) {
        byte[] jpeg = {};
        for (float quality : QUALITIES) {
            jpeg = GreyJpeg.encode(line, quality);
            if (jpeg.length <= MOST_BYTES) {
                return jpeg;
            }
        }
        return jpeg;
    }

    /** A copy. */
    public byte[] jpeg() {
        return jpeg.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegionCrop crop && Arrays.equals(jpeg, crop.jpeg);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(jpeg);
    }

    @Override
    public String toString() {
        return "RegionCrop[" + jpeg.length + " bytes]";
    }
}
