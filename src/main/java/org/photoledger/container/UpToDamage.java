package org.photoledger.container;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.CompressorInputStream;
import org.jspecify.annotations.Nullable;

/** Gives what Commons Compress had unpacked of a piece when it failed in the middle of it: it counts those bytes, and throws. */
final class UpToDamage extends InputStream {

    private final CompressorInputStream in;
    private @Nullable IOException damage;

    UpToDamage(CompressorInputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (damage != null) {
            throw damage;
        }
        long before = in.getBytesRead();
        try {
            return in.read(target, offset, length);
        } catch (IOException e) {
            damage = e;
            int unpacked = (int) (in.getBytesRead() - before);
            if (unpacked == 0) {
                throw e;
            }
            return unpacked;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
