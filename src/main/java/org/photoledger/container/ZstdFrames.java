package org.photoledger.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Passes on the frames of a Zstandard file (RFC 8878, 3.1) without those that are to be skipped, and ends before one
 * that the library would fail on: it knows windows up to 8 MiB, which is all that {@code zstd} makes without
 * {@code --ultra} and {@code --long}, and no dictionaries. A frame of one segment has its content for a window.
 */
final class ZstdFrames extends InputStream {

    private static final long WINDOW_MOST = 8 << 20;
    private static final int MAGIC = 0xfd2fb528;
    private static final int SKIPPED = 0x184d2a50;
    private static final int HEADER_MOST = 14;
    private static final int BLOCK_HEADER = 3;
    private static final int OF_ONE_BYTE = 1;

    private final InputStream in;
    private byte[] header = {};
    private int given;
    private long left;
    private boolean inFrame;
    private int checksum;
    private @Nullable ContentException refusal;

    ZstdFrames(InputStream in) {
        this.in = in;
    }

    /** To be called where the library came to an end: it may be ours. */
    void throwRefusal() throws ContentException {
        if (refusal != null) {
            throw refusal;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (given == header.length && left == 0) {
            if (refusal != null || !(inFrame ? block() : frame())) {
                return -1;
            }
        }
        if (given < header.length) {
            int count = Math.min(length, header.length - given);
            System.arraycopy(header, given, target, offset, count);
            given += count;
            return count;
        }
        int count = in.read(target, offset, (int) Math.min(length, left));
        left = count < 0 ? 0 : left - count;
        return count;
    }

    private void give(byte[] bytes, long more) {
        header = bytes;
        given = 0;
        left = more;
    }

    /** What is no frame is left to the library. */
    private boolean frame() throws IOException {
        byte[] magic = in.readNBytes(Integer.BYTES);
        int number = number(magic);
        if ((number & 0xffff_fff0) == SKIPPED) {
            in.skipNBytes(number(in.readNBytes(Integer.BYTES)) & 0xffff_ffffL);
            return true;
        }
        if (number != MAGIC) {
            give(magic, Long.MAX_VALUE);
            return magic.length > 0;
        }
        begin(magic);
        return true;
    }

    private void begin(byte[] magic) throws IOException {
        byte[] bytes = Arrays.copyOf(magic, HEADER_MOST + Integer.BYTES);
        int length = in.readNBytes(bytes, Integer.BYTES, 1) + Integer.BYTES;
        Descriptor descriptor = new Descriptor(bytes[Integer.BYTES]);
        length += in.readNBytes(bytes, length, descriptor.bytes());
        refusal = descriptor.refusal(little(bytes).position(Integer.BYTES + 1));
        checksum = descriptor.checksum() ? Integer.BYTES : 0;
        inFrame = true;
        give(refusal == null ? Arrays.copyOf(bytes, length) : new byte[0], 0);
    }

    /** Its checksum stands behind the last block of a frame. */
    private boolean block() throws IOException {
        byte[] bytes = in.readNBytes(BLOCK_HEADER);
        int number = number(bytes);
        inFrame = (number & 1) == 0;
        int size = ((number >> 1) & 3) == OF_ONE_BYTE ? 1 : number >>> 3;
        give(bytes, size + (inFrame ? 0 : checksum));
        return bytes.length > 0;
    }

    private static int number(byte[] bytes) {
        return little(Arrays.copyOf(bytes, Integer.BYTES)).getInt();
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The first byte of a frame's header (RFC 8878, 3.1.1.1.1), which tells what follows. */
    private record Descriptor(int value) {

        boolean oneSegment() {
            return (value & 0x20) != 0;
        }

        boolean checksum() {
            return (value & 4) != 0;
        }

        int dictionaryBytes() {
            return (1 << (value & 3)) >> 1;
        }

        int sizeBytes() {
            int code = (value & 0xff) >>> 6;
            return code == 0 && !oneSegment() ? 0 : 1 << code;
        }

        int bytes() {
            return (oneSegment() ? 0 : 1) + dictionaryBytes() + sizeBytes();
        }

        @Nullable
        ContentException refusal(ByteBuffer rest) {
            long window = oneSegment() ? 0 : window(rest.get() & 0xff);
            for (int at = 0; at < dictionaryBytes(); at++) {
                if (rest.get() != 0) {
                    return ContentException.unsupported("a zstd dictionary that is not in the file");
                }
            }
            window = oneSegment() ? contentSize(rest) : window;
            return window < 0 || window > WINDOW_MOST
                    ? ContentException.unsupported("a zstd window of more than 8 MiB")
                    : null;
        }

        private static long window(int code) {
            long base = 1L << (10 + (code >>> 3));
            return base + base / 8 * (code & 7);
        }

        private long contentSize(ByteBuffer rest) {
            return switch (sizeBytes()) {
                case 1 -> rest.get() & 0xff;
                case 2 -> (rest.getShort() & 0xffff) + 256;
                case 4 -> rest.getInt() & 0xffff_ffffL;
                default -> rest.getLong();
            };
        }
    }
}
