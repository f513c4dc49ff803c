package org.photoledger.sandbox;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Reads values of the protocol; every length is checked against what is left before anything is allocated. */
final class WireInput {

    private final DataInputStream in;

    WireInput(DataInputStream in) {
        this.in = in;
    }

    /** A number that is never negative. */
    int number() throws IOException {
        int value = in.readInt();
        if (value < 0) {
            throw new MalformedFrameException("negative number");
        }
        return value;
    }

    /** Any number of 64 bits. */
    long wide() throws IOException {
        return in.readLong();
    }

    /** A number that is finite. */
    double real() throws IOException {
        double value = in.readDouble();
        if (!Double.isFinite(value)) {
            throw new MalformedFrameException("not a number");
        }
        return value;
    }

    byte[] bytes(int most) throws IOException {
        int length = number();
        if (length > most || length > in.available()) {
            throw new MalformedFrameException(length + " bytes");
        }
        return in.readNBytes(length);
    }

    boolean truth() throws IOException {
        int value = in.readByte();
        if (value != 0 && value != 1) {
            throw new MalformedFrameException("neither true nor false");
        }
        return value == 1;
    }

    String text() throws IOException {
        String text = textOrNull();
        if (text == null) {
            throw new MalformedFrameException("text is missing");
        }
        return text;
    }

    @Nullable
    String textOrNull() throws IOException {
        int length = in.readInt();
        if (length == -1) {
            return null;
        }
        if (length < 0 || length > in.available() / 2) {
            throw new MalformedFrameException("text of " + length + " units");
        }
        return ByteBuffer.wrap(in.readNBytes(2 * length)).asCharBuffer().toString();
    }

    void requireEnd() throws IOException {
        if (in.available() > 0) {
            throw new MalformedFrameException("bytes after the end");
        }
    }
}
