package org.photoledger.container;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** So many bytes of a stream; that it ends before is damage. */
final class Portion extends InputStream {

    private final InputStream in;
    private long left;

    Portion(InputStream in, long size) {
        this.in = in;
        left = size;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left == 0 || length == 0) {
            return left == 0 ? -1 : 0;
        }
        int count = in.read(target, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException();
        }
        left -= count;
        return count;
    }

    /** Goes on behind the last byte. */
    void finish() throws IOException {
        in.skipNBytes(left);
        left = 0;
    }
}
