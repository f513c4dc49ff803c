package org.photoledger.container;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Zstandard in pure Java, which knows windows up to 8 MiB: all that {@code zstd} makes without {@code --ultra} and {@code --long}. */
final class ZstdWindow {

    private static final long WINDOW_MOST = 8 << 20;
    private static final int HEAD = 18;

    private ZstdWindow() {}

    /** @param packed which can be marked */
    static InputStream checked(InputStream packed) throws IOException {
        packed.mark(HEAD);
        byte[] head = packed.readNBytes(HEAD);
        packed.reset();
        if (head.length > 5 && window(head) > WINDOW_MOST) {
            throw ContentException.unsupported("a zstd window of more than 8 MiB");
        }
        return new Whole(new ZstdInputStream(packed));
    }

    /** RFC 8878, 3.1.1.1.2; a frame of one segment has no window but its content. */
    private static long window(byte[] head) {
        boolean oneSegment = (head[4] & 0x20) != 0;
        if (oneSegment) {
            return 0;
        }
        long base = 1L << (10 + ((head[5] & 0xff) >>> 3));
        return base + base / 8 * (head[5] & 7);
    }

    /** The library says by an ordinary exception that its input ended. */
    private static final class Whole extends FilterInputStream {

        private Whole(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                return super.read(target, offset, length);
            } catch (IOException e) {
                if ("Not enough input bytes".equals(e.getMessage())) {
                    throw new EOFException();
                }
                throw e;
            }
        }
    }
}
