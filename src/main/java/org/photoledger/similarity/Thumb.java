package org.photoledger.similarity;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.photoledger.image.Luma;

/**
 * An upright picture as 64 x 64 area-averaged brightness values, whatever its shape: what two pictures of like hash are
 * compared by, without opening them again.
 */
public final class Thumb {

    /** Samples in a row and in a column. */
    public static final int SIDE = 64;

    private final byte[] samples;

    private Thumb(byte[] samples) {
        this.samples = samples;
    }

    /** Of an upright picture of any size; one smaller than the thumb is drawn out. */
    public static Thumb of(Luma upright) {
        Luma square = upright.stretched(SIDE, SIDE);
        byte[] samples = new byte[SIDE * SIDE];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (byte) Math.round(square.at(at % SIDE, at / SIDE));
        }
        return new Thumb(samples);
    }

    /** From samples as {@link #samples} gives them. */
    public static Thumb of(byte[] samples) {
        if (samples.length != SIDE * SIDE) {
            throw new IllegalArgumentException(samples.length + " samples for a thumb");
        }
        return new Thumb(samples.clone());
    }

    /** Row by row, each 0 to 255 in one unsigned byte; a copy. */
    public byte[] samples() {
        return samples.clone();
    }

    /** Upright, given an EXIF orientation 1 to 8 of this one; exact, as no sample is averaged anew. */
    public Thumb turned(int orientation) {
        return of(luma().turned(orientation));
    }

    private Luma luma() {
        float[] brightness = new float[samples.length];
        for (int at = 0; at < samples.length; at++) {
            brightness[at] = samples[at] & 0xff;
        }
        return new Luma(SIDE, SIDE, brightness);
    }

    /** Brightness 0 to 255. */
    int at(int x, int y) {
        return samples[y * SIDE + x] & 0xff;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Thumb thumb && Arrays.equals(samples, thumb.samples);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(samples);
    }
}
