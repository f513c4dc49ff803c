package org.photoledger.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** Brightness straight from a raster's samples. {@code getRGB} is not used on grey: it applies a gamma that the file has not. */
final class LumaSamples {

    private static final float RED = 0.299f;
    private static final float GREEN = 0.587f;
    private static final float BLUE = 0.114f;

    private LumaSamples() {}

    static float[] of(BufferedImage pixels) {
        ColorModel model = pixels.getColorModel();
        if (model instanceof IndexColorModel) {
            return indexed(pixels);
        }
        boolean grey = model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        if (grey) {
            return grey(pixels);
        }
        return pixels.getType() == BufferedImage.TYPE_3BYTE_BGR ? bytes(pixels) : colour(pixels);
    }

    /** The form in which the JDK decodes a JPEG. */
    private static float[] bytes(BufferedImage pixels) {
        Raster raster = pixels.getRaster();
        ComponentSampleModel model = (ComponentSampleModel) raster.getSampleModel();
        byte[] data = ((DataBufferByte) raster.getDataBuffer()).getData();
        int[] offsets = model.getBandOffsets();
        int stride = model.getScanlineStride();
        int width = pixels.getWidth();
        int start = -raster.getSampleModelTranslateY() * stride - raster.getSampleModelTranslateX() * 3;
        float[] samples = new float[width * pixels.getHeight()];
        for (int y = 0, out = 0; y < pixels.getHeight(); y++) {
            int at = start + y * stride;
            for (int x = 0; x < width; x++, at += 3) {
                samples[out++] = RED * (data[at + offsets[0]] & 0xff)
                        + GREEN * (data[at + offsets[1]] & 0xff)
                        + BLUE * (data[at + offsets[2]] & 0xff);
            }
        }
        return samples;
    }

    private static float[] grey(BufferedImage pixels) {
        Raster raster = pixels.getRaster();
        boolean alpha = pixels.getColorModel().hasAlpha();
        float scale = 255f / most(raster, 0);
        int width = pixels.getWidth();
        float[] samples = new float[width * pixels.getHeight()];
        float[] row = new float[width * raster.getNumBands()];
        for (int y = 0, out = 0; y < pixels.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                float grey = row[x * raster.getNumBands()] * scale;
                samples[out++] = alpha ? overWhite(grey, row[x * 2 + 1] / most(raster, 1)) : grey;
            }
        }
        return samples;
    }

    /** The largest value that a band's samples can have. */
    private static float most(Raster raster, int band) {
        int type = raster.getSampleModel().getDataType();
        if (type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE) {
            return 1f;
        }
        return (float) ((1L << raster.getSampleModel().getSampleSize(band)) - 1);
    }

    private static float overWhite(float value, float alpha) {
        return value * alpha + 255f * (1 - alpha);
    }

    private static float[] indexed(BufferedImage pixels) {
        IndexColorModel model = (IndexColorModel) pixels.getColorModel();
        float[] palette = new float[model.getMapSize()];
        for (int entry = 0; entry < palette.length; entry++) {
            float luma = RED * model.getRed(entry) + GREEN * model.getGreen(entry) + BLUE * model.getBlue(entry);
            palette[entry] = overWhite(luma, model.getAlpha(entry) / 255f);
        }
        Raster raster = pixels.getRaster();
        int width = pixels.getWidth();
        float[] samples = new float[width * pixels.getHeight()];
        int[] row = new int[width];
        for (int y = 0, out = 0; y < pixels.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                samples[out++] = palette[Math.min(row[x], palette.length - 1)];
            }
        }
        return samples;
    }

    /** Any other colour model, through sRGB. */
    private static float[] colour(BufferedImage pixels) {
        int width = pixels.getWidth();
        float[] samples = new float[width * pixels.getHeight()];
        int[] row = new int[width];
        for (int y = 0, out = 0; y < pixels.getHeight(); y++) {
            pixels.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int argb = row[x];
                float luma = RED * (argb >> 16 & 0xff) + GREEN * (argb >> 8 & 0xff) + BLUE * (argb & 0xff);
                samples[out++] = overWhite(luma, (argb >>> 24) / 255f);
            }
        }
        return samples;
    }
}
