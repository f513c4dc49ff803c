package org.photoledger.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** A container's bytes for a library: read-only, never closed by it, and what reading throws is no damage. */
final class GuardedChannel implements SeekableByteChannel {

    private final SeekableByteChannel bytes;
    private final Delivery delivery;

    GuardedChannel(SeekableByteChannel bytes, Delivery delivery) {
        this.bytes = bytes;
        this.delivery = delivery;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return delivery.foreign(() -> bytes.read(target));
    }

    @Override
    public long position() throws IOException {
        return delivery.foreign(bytes::position);
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        if (position < 0) {
            // an offset of the container's, not the channel's fault
            throw ContentException.damaged("an offset is negative");
        }
        delivery.foreign(() -> bytes.position(position));
        return this;
    }

    @Override
    public long size() throws IOException {
        return delivery.foreign(bytes::size);
    }

    @Override
    public boolean isOpen() {
        return bytes.isOpen();
    }

    @Override
    public void close() {
        // its owner's business
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }
}
