package org.photoledger.sandbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.LinkedHashMap;
import java.util.Map;

/** A file that only the parent has open: its bytes are asked for block by block, and the last blocks are kept. */
final class RemoteChannel implements SeekableByteChannel {

    private static final int BLOCK = 256 << 10;
    private static final int BLOCKS_KEPT = 16;

    private final Conversation parent;
    private final long size;
    private final Map<Long, byte[]> kept = new LinkedHashMap<>(BLOCKS_KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
            return size() > BLOCKS_KEPT;
        }
    };
    private long position;
    private boolean open = true;

    RemoteChannel(Conversation parent, long size) {
        this.parent = parent;
        this.size = size;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (!open) {
            throw new ClosedChannelException();
        }
        if (position >= size) {
            return -1;
        }
        byte[] block = block(position / BLOCK);
        int from = (int) (position % BLOCK);
        int count = Math.min(target.remaining(), block.length - from);
        target.put(block, from, count);
        position += count;
        return count;
    }

    private byte[] block(long number) throws IOException {
        byte[] block = kept.get(number);
        if (block == null) {
            long offset = number * BLOCK;
            block = ContainerCodec.range(parent, offset, (int) Math.min(BLOCK, size - offset));
            kept.put(number, block);
        }
        return block;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
        if (newPosition < 0) {
            throw new IllegalArgumentException("negative position");
        }
        position = newPosition;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long newSize) {
        throw new NonWritableChannelException();
    }
}
