package org.photoledger.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A channel read from a place on as a stream that skips without reading; several may be used, one after another. */
final class ChannelStream extends InputStream {

    private final SeekableByteChannel bytes;
    private long position;

    private ChannelStream(SeekableByteChannel bytes, long position) {
        this.bytes = bytes;
        this.position = position;
    }

    static ChannelStream at(SeekableByteChannel bytes, long position) {
        return new ChannelStream(bytes, position);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int count = bytes.position(position).read(ByteBuffer.wrap(target, offset, length));
        position += Math.max(0, count);
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = Math.max(0, Math.min(count, bytes.size() - position));
        position += skipped;
        return skipped;
    }

    @Override
    public int available() throws IOException {
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, bytes.size() - position));
    }
}
