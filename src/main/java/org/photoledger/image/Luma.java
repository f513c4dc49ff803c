package org.photoledger.image;

import java.awt.image.BufferedImage;

/**
 * Brightness of a picture, row by row: 0.299 R + 0.587 G + 0.114 B of the coded values, 0 to 255, no gamma; grey samples
 * as they are, transparency over white (the PDQ reference's luma).
 */
public final class Luma {

    private final int width;
    private final int height;
    private final float[] samples;

    public Luma(int width, int height, float[] samples) {
        if (samples.length != width * height) {
            throw new IllegalArgumentException(samples.length + " samples for " + width + "x" + height);
        }
        this.width = width;
        this.height = height;
        this.samples = samples;
    }

    public static Luma of(BufferedImage pixels) {
        return new Luma(pixels.getWidth(), pixels.getHeight(), LumaSamples.of(pixels));
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public float at(int x, int y) {
        return samples[y * width + x];
    }

    /** The samples, row by row; a copy. */
    public float[] samples() {
        return samples.clone();
    }

    /** Shrunk by exact area averages to a long side of at most so many pixels; aspect kept, never enlarged. */
    public Luma boxShrunk(int longSide) {
        int longer = Math.max(width, height);
        if (longer <= longSide) {
            return this;
        }
        int newWidth = Math.max(1, Math.round((float) width * longSide / longer));
        int newHeight = Math.max(1, Math.round((float) height * longSide / longer));
        return stretched(newWidth, newHeight);
    }

    /** To another size by exact area averages, aspect not kept; where that is larger, samples are repeated. */
    public Luma stretched(int newWidth, int newHeight) {
        float[] narrow = BoxShrink.rows(samples, width, height, newWidth);
        return new Luma(newWidth, newHeight, BoxShrink.columns(narrow, newWidth, height, newHeight));
    }

    /** A part of it, which must lie inside. */
    public Luma cropped(int left, int top, int newWidth, int newHeight) {
        float[] part = new float[newWidth * newHeight];
        for (int y = 0; y < newHeight; y++) {
            System.arraycopy(samples, (top + y) * width + left, part, y * newWidth, newWidth);
        }
        return new Luma(newWidth, newHeight, part);
    }

    /** Upright, given the EXIF orientation 1 to 8 of the coded picture. */
    public Luma turned(int exifOrientation) {
        if (exifOrientation == 1) {
            return this;
        }
        boolean sideways = exifOrientation >= 5;
        int newWidth = sideways ? height : width;
        int newHeight = sideways ? width : height;
        float[] turned = new float[samples.length];
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                turned[y * newWidth + x] = source(exifOrientation, x, y);
            }
        }
        return new Luma(newWidth, newHeight, turned);
    }

    private float source(int orientation, int x, int y) {
        int right = width - 1;
        int bottom = height - 1;
        return switch (orientation) {
            case 2 -> at(right - x, y);
            case 3 -> at(right - x, bottom - y);
            case 4 -> at(x, bottom - y);
            case 5 -> at(y, x);
            case 6 -> at(y, bottom - x);
            case 7 -> at(right - y, bottom - x);
            case 8 -> at(right - y, x);
            default -> at(x, y);
        };
    }
}
