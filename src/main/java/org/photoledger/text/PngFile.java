package org.photoledger.text;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Writes a picture as a PNG file of 8 bits a sample: RGB, with its transparency where it can have some. */
final class PngFile {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int PIECE = 64 * 1024;

    private PngFile() {}

    static void write(BufferedImage image, OutputStream out) throws IOException {
        boolean alpha = image.getColorModel().hasAlpha();
        out.write(SIGNATURE);
        chunk(out, "IHDR", header(image.getWidth(), image.getHeight(), alpha));
        try (OutputStream packed = new DeflaterOutputStream(new BufferedOutputStream(new Pieces(out), PIECE))) {
            for (int y = 0; y < image.getHeight(); y++) {
                packed.write(row(image.getRGB(0, y, image.getWidth(), 1, null, 0, image.getWidth()), alpha));
            }
        }
        chunk(out, "IEND", new byte[0]);
    }

    private static byte[] header(int width, int height, boolean alpha) {
        byte colours = (byte) (alpha ? 6 : 2);
        return ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) 8)
                .put(colours)
                .array();
    }

    /** After the number of its filter, which is none. */
    private static byte[] row(int[] pixels, boolean alpha) {
        byte[] row = new byte[1 + pixels.length * (alpha ? 4 : 3)];
        int at = 1;
        for (int pixel : pixels) {
            row[at++] = (byte) (pixel >> 16);
            row[at++] = (byte) (pixel >> 8);
            row[at++] = (byte) pixel;
            if (alpha) {
                row[at++] = (byte) (pixel >>> 24);
            }
        }
        return row;
    }

    private static void chunk(OutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content);
        DataOutputStream chunk = new DataOutputStream(out);
        chunk.writeInt(content.length);
        chunk.write(name);
        chunk.write(content);
        chunk.writeInt((int) crc.getValue());
    }

    /** Each piece of the packed rows as a chunk. */
    private static final class Pieces extends OutputStream {

        private final OutputStream out;

        private Pieces(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            chunk(out, "IDAT", Arrays.copyOfRange(bytes, offset, offset + length));
        }
    }
}
