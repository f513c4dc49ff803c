package org.photoledger.container;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The old encryption of zip (APPNOTE 6.1): three keys that each byte moves on. */
final class ZipCrypto extends FilterInputStream {

    private static final int HEADER = 12;
    private static final int[] CRC = crcTable();

    private int key0 = 0x12345678;
    private int key1 = 0x23456789;
    private int key2 = 0x34567890;

    private ZipCrypto(InputStream encrypted) {
        super(encrypted);
    }

    /** The bytes under a password, which is taken as UTF-8; noise under a wrong one. */
    static InputStream decrypt(InputStream encrypted, String password) throws IOException {
        ZipCrypto plain = begun(encrypted, password);
        plain.skipNBytes(HEADER);
        return plain;
    }

    /** Whether the last byte before the content is one of those that it may be under the right password. */
    static boolean mayBe(InputStream encrypted, String password, byte[] checks) throws IOException {
        byte[] header = begun(encrypted, password).readNBytes(HEADER);
        boolean may = false;
        for (byte check : checks) {
            may |= header.length == HEADER && header[HEADER - 1] == check;
        }
        return may;
    }

    private static ZipCrypto begun(InputStream encrypted, String password) {
        ZipCrypto plain = new ZipCrypto(encrypted);
        for (byte value : password.getBytes(StandardCharsets.UTF_8)) {
            plain.moveOn(value);
        }
        return plain;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        for (int at = offset; at < offset + count; at++) {
            int mask = (key2 & 0xffff) | 2;
            target[at] ^= (byte) ((mask * (mask ^ 1)) >>> 8);
            moveOn(target[at]);
        }
        return count;
    }

    /** By reading: the keys depend on every byte. */
    @Override
    public long skip(long count) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(count, 8192)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void moveOn(byte plain) {
        key0 = crc(key0, plain);
        key1 = (key1 + (key0 & 0xff)) * 134775813 + 1;
        key2 = crc(key2, (byte) (key1 >>> 24));
    }

    private static int crc(int crc, byte value) {
        return (crc >>> 8) ^ CRC[(crc ^ value) & 0xff];
    }

    private static int[] crcTable() {
        int[] table = new int[256];
        for (int i = 0; i < 256; i++) {
            int value = i;
            for (int bit = 0; bit < 8; bit++) {
                value = (value & 1) == 0 ? value >>> 1 : (value >>> 1) ^ 0xedb88320;
            }
            table[i] = value;
        }
        return table;
    }
}
