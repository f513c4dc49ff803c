package org.photoledger.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;

/**
 * The record at the end of a zip (APPNOTE 4.3.16) and, where it says so, that of ZIP64 (4.3.14).
 *
 * @param directoryBytes length of the directory
 * @param entries how many it lists; modulo 65,536 where there is no record of ZIP64
 * @param zip64 whether there is one
 * @param split whether it is the last of several parts
 */
record ZipEnd(long directoryBytes, long entries, boolean zip64, boolean split) {

    private static final int SIGNATURE = 0x06054b50;
    private static final int LENGTH = 22;
    private static final int COMMENT_MOST = 0xffff;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int LOCATOR_LENGTH = 20;
    private static final int ZIP64_SIGNATURE = 0x06064b50;
    private static final int ZIP64_LENGTH = 56;
    private static final int IN_ZIP64 = 0xffff;

    private static final ZipEnd PART = new ZipEnd(0, 0, true, true);

    /** Whether a directory of so many entries is whole. */
    boolean tells(int count) {
        return entries == (zip64 ? count : count & 0xffff);
    }

    /** The last that there is, or empty: then the directory is gone. */
    static Optional<ZipEnd> find(SeekableByteChannel bytes) throws IOException {
        long size = bytes.size();
        int length = (int) Math.min(size, LENGTH + COMMENT_MOST);
        ByteBuffer tail = read(bytes, size - length, length);
        for (int at = length - LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == SIGNATURE) {
                return Optional.of(
                        at(bytes, tail.slice(at, LENGTH).order(ByteOrder.LITTLE_ENDIAN), size - length + at));
            }
        }
        return Optional.empty();
    }

    private static ZipEnd at(SeekableByteChannel bytes, ByteBuffer end, long position) throws IOException {
        int disk = end.getShort(4) & 0xffff;
        int firstDisk = end.getShort(6) & 0xffff;
        boolean split = disk != firstDisk || (disk != 0 && disk != IN_ZIP64);
        return zip64(bytes, position - LOCATOR_LENGTH)
                .orElse(new ZipEnd(end.getInt(12) & 0xffff_ffffL, end.getShort(10) & 0xffff, false, split));
    }

    private static Optional<ZipEnd> zip64(SeekableByteChannel bytes, long locatorAt) throws IOException {
        if (locatorAt < 0) {
            return Optional.empty();
        }
        ByteBuffer locator = read(bytes, locatorAt, LOCATOR_LENGTH);
        if (locator.getInt(0) != LOCATOR_SIGNATURE) {
            return Optional.empty();
        }
        if (locator.getInt(4) != 0 || locator.getInt(16) > 1) {
            return Optional.of(PART);
        }
        long at = locator.getLong(8);
        if (at < 0 || at > locatorAt - ZIP64_LENGTH) {
            return Optional.empty();
        }
        ByteBuffer end = read(bytes, at, ZIP64_LENGTH);
        return end.getInt(0) == ZIP64_SIGNATURE
                ? Optional.of(new ZipEnd(end.getLong(40), end.getLong(32), true, end.getInt(16) != end.getInt(20)))
                : Optional.empty();
    }

    private static ByteBuffer read(SeekableByteChannel bytes, long at, int length) throws IOException {
        return ByteBuffer.wrap(ChannelStream.at(bytes, at).readNBytes(length)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
