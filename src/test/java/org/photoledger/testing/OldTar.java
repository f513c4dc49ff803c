package org.photoledger.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Writes tars as Unix version 7 did: no magic, the checksum alone tells a header. */
public final class OldTar {

    private static final int BLOCK = 512;
    private static final int CHECKSUM_AT = 148;

    private OldTar() {}

    public static byte[] of(Map<String, byte[]> members) {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        for (Map.Entry<String, byte[]> member : members.entrySet()) {
            tar.writeBytes(header(member.getKey(), member.getValue().length));
            tar.writeBytes(member.getValue());
            tar.writeBytes(new byte[(BLOCK - member.getValue().length % BLOCK) % BLOCK]);
        }
        tar.writeBytes(new byte[2 * BLOCK]);
        return tar.toByteArray();
    }

    private static byte[] header(String name, int size) {
        byte[] header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 100, String.format(Locale.ROOT, "%6o \0%6o \0%6o \0%11o %11o         \0", 0644, 0, 0, size, 0));
        int sum = 0;
        for (byte value : header) {
            sum += value & 0xff;
        }
        put(header, CHECKSUM_AT, String.format(Locale.ROOT, "%6o\0 ", sum));
        return header;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
