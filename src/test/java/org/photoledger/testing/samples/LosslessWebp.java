package org.photoledger.testing.samples;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The smallest lossless WebP writer (RFC 9649, VP8L): two levels per channel, so that each code is one bit. */
public final class LosslessWebp {

    private static final int LOW = 40;
    private static final int HIGH = 210;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int pending;
    private int pendingBits;

    private LosslessWebp() {}

    public static byte[] of(BufferedImage picture) {
        byte[] stream = new LosslessWebp().stream(picture);
        int padded = stream.length + (stream.length & 1);
        ByteBuffer file = ByteBuffer.allocate(20 + padded).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(12 + padded);
        file.put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII))
                .putInt(stream.length)
                .put(stream);
        return file.array();
    }

    private byte[] stream(BufferedImage picture) {
        bits(0x2f, 8);
        bits(picture.getWidth() - 1, 14);
        bits(picture.getHeight() - 1, 14);
        // no alpha, version 0; no transform, no colour cache, no meta codes
        bits(0, 1 + 3 + 1 + 1 + 1);
        for (int channel = 0; channel < 3; channel++) {
            twoSymbols();
        }
        oneSymbol(255);
        oneSymbol(0);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int rgb = picture.getRGB(x, y);
                bits(rgb >> 15 & 1, 1);
                bits(rgb >> 23 & 1, 1);
                bits(rgb >> 7 & 1, 1);
            }
        }
        bits(0, 7);
        return out.toByteArray();
    }

    private void twoSymbols() {
        // simple code, two symbols, the first of 8 bits
        bits(1, 1);
        bits(1, 1);
        bits(1, 1);
        bits(LOW, 8);
        bits(HIGH, 8);
    }

    private void oneSymbol(int symbol) {
        bits(1, 1);
        bits(0, 1);
        bits(1, 1);
        bits(symbol, 8);
    }

    private void bits(int value, int count) {
        for (int bit = 0; bit < count; bit++) {
            pending |= (value >> bit & 1) << pendingBits++;
            if (pendingBits == 8) {
                out.write(pending);
                pending = 0;
                pendingBits = 0;
            }
        }
    }
}
