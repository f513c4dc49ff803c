package org.photoledger.text;

import java.util.Arrays;

/** A line's crop. */
public final class RegionCrop {

    public static final int MOST_BYTES = 2_048;

    private final byte[] jpeg;

    public RegionCrop(byte[] jpeg) {
        this.jpeg = jpeg.clone();
    }

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
}
