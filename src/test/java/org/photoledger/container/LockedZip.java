package org.photoledger.container;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Writes the old encryption of zip (APPNOTE 6.1), with zeros for its random bytes: no library that we have does. */
final class LockedZip {

    private static final int HEADER = 12;
    private static final int ENCRYPTED = 1;
    private static final int STREAMED = 8;

    private int key0 = 0x12345678;
    private int key1 = 0x23456789;
    private int key2 = 0x34567890;

    private LockedZip(String password) {
        for (byte value : password.getBytes(StandardCharsets.UTF_8)) {
            moveOn(value);
        }
    }

    /** One stored member; where it was streamed the time stands in for the checksum that was not known at its beginning. */
    static byte[] stored(String name, byte[] content, String password, boolean streamed) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setTime(1_377_052_200_000L);
        entry.setMethod(ZipArchiveEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            zip.addRawArchiveEntry(entry, new ByteArrayInputStream(new byte[content.length + HEADER]));
        }
        byte[] zip = bytes.toByteArray();
        int flags = streamed ? ENCRYPTED | STREAMED : ENCRYPTED;
        ByteBuffer headers = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int directory = headers.getInt(zip.length - 6);
        // the writer takes stored content for as long as the plain one
        headers.putShort(6, (short) flags).putInt(18, content.length + HEADER);
        headers.putShort(directory + 8, (short) flags).putInt(directory + 20, content.length + HEADER);
        byte check = streamed ? zip[11] : (byte) (crc.getValue() >>> 24);
        new LockedZip(password).encrypt(zip, 30 + name.length(), check, content);
        return zip;
    }

    private void encrypt(byte[] zip, int at, byte check, byte[] content) {
        for (int i = 0; i < HEADER + content.length; i++) {
            byte plain = i < HEADER - 1 ? 0 : i == HEADER - 1 ? check : content[i - HEADER];
            int mask = (key2 & 0xffff) | 2;
            zip[at + i] = (byte) (plain ^ (mask * (mask ^ 1)) >>> 8);
            moveOn(plain);
        }
    }

    private void moveOn(byte plain) {
        key0 = crc(key0, plain);
        key1 = (key1 + (key0 & 0xff)) * 134775813 + 1;
        key2 = crc(key2, (byte) (key1 >>> 24));
    }

    private static int crc(int crc, byte value) {
        int next = crc ^ (value & 0xff);
        for (int bit = 0; bit < 8; bit++) {
            next = (next & 1) == 0 ? next >>> 1 : (next >>> 1) ^ 0xedb88320;
        }
        return next;
    }
}
