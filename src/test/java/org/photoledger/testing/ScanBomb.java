package org.photoledger.testing;

import java.io.ByteArrayOutputStream;

/** A small progressive JPEG with so many scans that native decoders hang on it for a long time. */
public final class ScanBomb {

    private static final int SIDE = 4096;
    private static final int BLOCKS = SIDE / 8 * (SIDE / 8);

    private ScanBomb() {}

    public static byte[] jpeg(int scans) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        segment(out, 0xd8);
        byte[] quantization = new byte[65];
        java.util.Arrays.fill(quantization, 1, 65, (byte) 16);
        segment(out, 0xdb, quantization);
        segment(out, 0xc2, bytes(8, SIDE >> 8, 0, SIDE >> 8, 0, 1, 1, 0x11, 0));
        segment(out, 0xc4, huffman(0x00, 0x00));
        // one code: the end of blocks for the next 16,384 blocks
        segment(out, 0xc4, huffman(0x10, 0xe0));
        segment(out, 0xda, bytes(1, 1, 0, 0, 0, 0));
        out.writeBytes(new byte[BLOCKS / 8]);
        byte[] runs = new byte[(BLOCKS / 16_384 * 15 + 7) / 8];
        for (int scan = 0; scan < scans; scan++) {
            segment(out, 0xda, bytes(1, 1, 0, 1, 63, 0));
            out.writeBytes(runs);
        }
        segment(out, 0xd9);
        return out.toByteArray();
    }

    private static byte[] huffman(int tableClass, int symbol) {
        byte[] table = new byte[18];
        table[0] = (byte) tableClass;
        table[1] = 1;
        table[17] = (byte) symbol;
        return table;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int at = 0; at < values.length; at++) {
            bytes[at] = (byte) values[at];
        }
        return bytes;
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte... payload) {
        out.write(0xff);
        out.write(marker);
        if (payload.length > 0) {
            out.write((payload.length + 2) >> 8);
            out.write(payload.length + 2);
            out.writeBytes(payload);
        }
    }
}
