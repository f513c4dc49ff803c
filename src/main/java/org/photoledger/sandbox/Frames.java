package org.photoledger.sandbox;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;

/** Frames on a pipe: a magic, a kind, a length within a cap, then so many bytes. */
final class Frames {

    static final byte READY = 1;
    static final byte CONTENT = 2;
    static final byte SPOOLED = 3;
    static final byte REPLY = 4;
    static final byte TEXT_OF_CONTENT = 5;
    static final byte TEXT_OF_SPOOLED = 6;
    /** The first bytes of a file, of which only the type is asked. */
    static final byte HEAD = 7;

    /** What follows is a conversation: the container's bytes are asked for range by range, its members come piece by piece. */
    static final byte OPEN = 8;

    static final byte RANGE = 9;
    static final byte RANGE_CONTENT = 10;
    static final byte MEMBER = 11;
    static final byte TAKE = 12;
    static final byte SKIP = 13;
    static final byte PIECE = 14;
    static final byte MEMBER_END = 15;
    static final byte CONTAINER_END = 16;

    /** Largest reply of a worker, in bytes; a larger one counts as a lost worker. */
    static final int REPLY_CAP = 64 << 20;

    private static final int MAGIC = 0x504c4652;

    private Frames() {}

    /** One frame as read. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Frame(byte kind, byte[] bytes) {}

    static void write(DataOutputStream out, byte kind, byte[] bytes) throws IOException {
        out.writeInt(MAGIC);
        out.writeByte(kind);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    /** The next frame; EOFException at the end of the pipe, MalformedFrameException for anything that is no frame. */
    static Frame read(DataInputStream in, int cap) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new MalformedFrameException("not a frame");
        }
        byte kind = in.readByte();
        int length = in.readInt();
        if (length < 0 || length > cap) {
            throw new MalformedFrameException("frame of " + length + " bytes");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("frame cut short");
        }
        return new Frame(kind, bytes);
    }
}
