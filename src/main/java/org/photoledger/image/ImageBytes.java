package org.photoledger.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/** The bytes of one file, in memory or mapped, at most 2 GiB; read-only, position-free, never longer than {@link #length()}. */
public final class ImageBytes {

    private final ByteBuffer buffer;

    public ImageBytes(ByteBuffer buffer) {
        this.buffer = buffer.asReadOnlyBuffer().order(ByteOrder.BIG_ENDIAN);
    }

    public static ImageBytes of(byte[] bytes) {
        return new ImageBytes(ByteBuffer.wrap(bytes));
    }

    public int length() {
        return buffer.limit();
    }

    /** The unsigned byte at an offset inside the file. */
    public int at(int offset) {
        return buffer.get(offset) & 0xff;
    }

    /** A view of part of the file, big-endian, position 0; the range must lie inside. */
    public ByteBuffer view(int offset, int count) {
        return buffer.slice(offset, count).order(ByteOrder.BIG_ENDIAN);
    }

    /** Part of the file as a file of its own; the range must lie inside. */
    public ImageBytes part(int offset, int count) {
        return new ImageBytes(buffer.slice(offset, count));
    }

    /** A copy of part of the file; the range must lie inside. */
    public byte[] copy(int offset, int count) {
        byte[] bytes = new byte[count];
        buffer.get(offset, bytes);
        return bytes;
    }

    /** A new read-only channel over the file, at position 0, for libraries that read streams or seek. */
    public SeekableByteChannel channel() {
        return new ImageBytesChannel(this);
    }
}
