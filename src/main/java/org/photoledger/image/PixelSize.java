package org.photoledger.image;

/** Width and height in pixels as coded, before any orientation is applied; both at least 1. */
public record PixelSize(int width, int height) {

    public PixelSize {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("not a picture: " + width + "x" + height);
        }
    }

    /** The size of the upright picture, given the EXIF orientation 1 to 8 of the coded one. */
    public PixelSize upright(int exifOrientation) {
        return exifOrientation < 5 ? this : new PixelSize(/* width= */ height, /* height= */ width);
    }

    public long pixels() {
        return (long) width * height;
    }

    public int longSide() {
        return Math.max(width, height);
    }
}
