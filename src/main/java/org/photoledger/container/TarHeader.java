package org.photoledger.container;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One block of 512 bytes before a member of a tar: fields of old, POSIX (ustar) and GNU tar. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TarHeader(byte[] block) {

    static final int BLOCK = 512;

    private static final int CHECKSUM_AT = 148;
    private static final int CHECKSUM_END = 156;
    private static final int TYPE_AT = 156;

    /**
     * Whether a block is a header: its sum of bytes is right, signed as some old programs wrote it or not, and written down in
     * digits. Without that an icon whose signed sum is 0 would be one (COMPRESS-644).
     */
    static boolean stands(byte[] block) {
        if (block.length < BLOCK || !hasDigit(block)) {
            return false;
        }
        long unsigned = 0;
        long signed = 0;
        for (int at = 0; at < BLOCK; at++) {
            byte value = (at >= CHECKSUM_AT && at < CHECKSUM_END) ? (byte) ' ' : block[at];
            unsigned += value & 0xff;
            signed += value;
        }
        long stored = octal(block, CHECKSUM_AT, CHECKSUM_END - CHECKSUM_AT);
        return stored == unsigned || stored == signed;
    }

    private static boolean hasDigit(byte[] block) {
        for (int at = CHECKSUM_AT; at < CHECKSUM_END; at++) {
            if (block[at] >= '0' && block[at] < '8') {
                return true;
            }
        }
        return false;
    }

    static boolean isZero(byte[] block) {
        for (byte value : block) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    char type() {
        return (char) (block[TYPE_AT] & 0xff);
    }

    long size() {
        return number(124, 12);
    }

    long modified() {
        return number(136, 12);
    }

    /** With the prefix that ustar splits off long names, which GNU tar uses otherwise. */
    byte[] name() {
        byte[] name = text(0, 100);
        byte[] prefix = magic().startsWith("ustar\0") ? text(345, 155) : new byte[0];
        if (prefix.length == 0) {
            return name;
        }
        byte[] joined = Arrays.copyOf(prefix, prefix.length + 1 + name.length);
        joined[prefix.length] = '/';
        System.arraycopy(name, 0, joined, prefix.length + 1, name.length);
        return joined;
    }

    private String magic() {
        return new String(block, 257, 6, StandardCharsets.ISO_8859_1);
    }

    /** Links, devices and directories have none, whatever size they state. */
    boolean hasContent() {
        return "23456".indexOf(type()) < 0;
    }

    /** Very old programs tell a directory by its name alone. */
    boolean directory(byte[] name) {
        boolean bare = type() == 0 || type() == '0';
        return type() == '5'
                || type() == 'D'
                || (bare && name.length > 0 && name[name.length - 1] == '/' && size() == 0);
    }

    private byte[] text(int at, int length) {
        return untilZero(Arrays.copyOfRange(block, at, at + length));
    }

    static byte[] untilZero(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return Arrays.copyOf(bytes, end);
    }

    /** Octal digits, or the binary number of GNU tar; -1 if it is neither or does not fit. */
    long number(int at, int length) {
        return (block[at] & 0x80) == 0 ? octal(block, at, length) : binary(at, length);
    }

    private long binary(int at, int length) {
        long value = block[at] & 0x7f;
        for (int i = at + 1; i < at + length; i++) {
            if (value > Long.MAX_VALUE >> 8) {
                return -1;
            }
            value = (value << 8) | (block[i] & 0xff);
        }
        return value;
    }

    private static long octal(byte[] block, int at, int length) {
        long value = 0;
        for (int i = at; i < at + length; i++) {
            int digit = block[i] - '0';
            if (digit >= 0 && digit < 8) {
                value = value * 8 + digit;
            } else if (block[i] != ' ' && block[i] != 0) {
                return -1;
            }
        }
        return value;
    }
}
