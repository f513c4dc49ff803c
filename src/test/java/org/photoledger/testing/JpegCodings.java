package org.photoledger.testing;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** JPEGs of rare codings. */
public final class JpegCodings {

    private JpegCodings() {}

    /** A frame header of any process and precision, three components, and one empty scan. */
    public static byte[] headed(int marker, int precision, int width, int height) {
        byte[] frame = new Bytes()
                .add(precision)
                .u16(height)
                .u16(width)
                .add(3, 1, 0x22, 0, 2, 0x11, 0, 3, 0x11, 0)
                .array();
        return new Bytes()
                .add(0xff, 0xd8)
                .segment(marker, frame)
                .segment(0xda, Bytes.of(3, 1, 0, 2, 0, 3, 0, 0, 63, 0))
                .add(1, 2, 3)
                .add(0xff, 0xd9)
                .array();
    }

    /** Lossless (SOF3), grey, 8 bit: each sample as difference from its left neighbour (T.81 annex H, predictor 1). */
    public static byte[] lossless(BufferedImage grey) {
        int width = grey.getWidth();
        int height = grey.getHeight();
        // nine categories of difference, all with codes of 4 bits
        byte[] table = new Bytes()
                .add(0, 0, 0, 0, 9)
                .add(new byte[12])
                .add(0, 1, 2, 3, 4, 5, 6, 7, 8)
                .array();
        return new Bytes()
                .add(0xff, 0xd8)
                .segment(0xc4, table)
                .segment(
                        0xc3,
                        new Bytes()
                                .add(8)
                                .u16(height)
                                .u16(width)
                                .add(1, 1, 0x11, 0)
                                .array())
                .segment(0xda, Bytes.of(1, 1, 0, 1, 0, 0))
                .add(differences(grey.getRaster()))
                .add(0xff, 0xd9)
                .array();
    }

    private static byte[] differences(Raster grey) {
        StringBuilder bits = new StringBuilder();
        for (int y = 0; y < grey.getHeight(); y++) {
            for (int x = 0; x < grey.getWidth(); x++) {
                int before = x > 0 ? grey.getSample(x - 1, y, 0) : y > 0 ? grey.getSample(x, y - 1, 0) : 128;
                append(bits, grey.getSample(x, y, 0) - before);
            }
        }
        while (bits.length() % 8 > 0) {
            bits.append('1');
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int at = 0; at < bits.length(); at += 8) {
            int b = Integer.parseInt(bits.substring(at, at + 8), 2);
            out.write(b);
            if (b == 0xff) {
                out.write(0);
            }
        }
        return out.toByteArray();
    }

    private static void append(StringBuilder bits, int difference) {
        int category = 32 - Integer.numberOfLeadingZeros(Math.abs(difference));
        int value = difference < 0 ? difference + (1 << category) - 1 : difference;
        bits.append(digits(category, 4)).append(digits(value, category));
    }

    private static String digits(int value, int count) {
        return count == 0 ? "" : Integer.toBinaryString(1 << count | value).substring(1);
    }

    /** Four components of ink, as Photoshop writes them: inverted, with the transform 0. */
    public static byte[] cmyk(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        WritableRaster inks = Raster.createInterleavedRaster(0, width, height, 4, null);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int rgb = picture.getRGB(x, y);
                inks.setPixel(x, y, new int[] {rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, 255});
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(new IIOImage(inks, null, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] plain = bytes.toByteArray();
        return new Bytes()
                .add(0xff, 0xd8)
                .segment(
                        0xee,
                        new Bytes().text("Adobe").u16(100).u16(0).u16(0).add(0).array())
                .add(Arrays.copyOfRange(plain, 2, plain.length))
                .array();
    }
}
