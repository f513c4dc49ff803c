package org.photoledger.image;

import java.io.ByteArrayOutputStream;

/**
 * The entropy-coded data after an SOS header: ends before the first marker that is neither a stuffed zero nor RST.
 *
 * @param start its first byte, in the file
 * @param end the byte after its last
 * @param fill fill bytes inside it (an FF before an FF), and at its end
 */
record EntropyCoded(Span file, int start, int end, int fill) {

    private static final int WINDOW = 1 << 16;
    private static final int FIRST_WINDOW = 1 << 8;

    static EntropyCoded from(Span file, int start) {
        int fill = 0;
        boolean pending = false;
        // windows grow: a hostile file has a million scans of ten bytes
        int size = FIRST_WINDOW;
        for (long base = start; base < file.length(); base += size, size = Math.min(WINDOW, size * 2)) {
            // one bulk copy per window: reading byte by byte through a buffer is several times slower
            byte[] window = file.clip(base, size).copy();
            for (int i = 0; i < window.length; i++) {
                byte b = window[i];
                if (!pending) {
                    i = nextFf(window, i);
                    pending = i < window.length;
                } else if (b == (byte) 0xff) {
                    fill++;
                } else if (b == 0 || (b >= (byte) 0xd0 && b <= (byte) 0xd7)) {
                    pending = false;
                } else {
                    return trimmed(file, start, (int) base + i - 1, fill);
                }
            }
        }
        return new EntropyCoded(file, start, file.length(), fill);
    }

    private static int nextFf(byte[] window, int from) {
        int at = from;
        while (at < window.length && window[at] != (byte) 0xff) {
            at++;
        }
        return at;
    }

    /** Fill bytes before the marker that ends the scan belong to no scan. */
    private static EntropyCoded trimmed(Span file, int start, int end, int fill) {
        int last = end;
        int left = fill;
        while (left > 0 && last > start && file.file().at(file.start() + last - 1) == 0xff) {
            last--;
            left--;
        }
        return new EntropyCoded(file, start, last, left);
    }

    void digest(PixelStreamDigest digest) {
        digest.marker(0, end - start - fill);
        if (fill == 0) {
            digest.bytes(file.clip(start, end - start));
            return;
        }
        for (int base = start; base < end; base += WINDOW) {
            int size = Math.min(WINDOW, end - base);
            byte[] window = file.clip(base, size + 1).copy();
            ByteArrayOutputStream kept = new ByteArrayOutputStream(size);
            for (int i = 0; i < size; i++) {
                boolean dropped = window[i] == (byte) 0xff && base + i + 1 < end && window[i + 1] == (byte) 0xff;
                if (!dropped) {
                    kept.write(window[i]);
                }
            }
            digest.bytes(kept.toByteArray());
        }
    }
}
