package org.photoledger.sandbox;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Writes values of the protocol; text as UTF-16 code units, so that lone surrogates survive. */
final class WireOutput {

    private final DataOutputStream out;

    WireOutput(DataOutputStream out) {
        this.out = out;
    }

    void number(int value) throws IOException {
        out.writeInt(value);
    }

    void wide(long value) throws IOException {
        out.writeLong(value);
    }

    void real(double value) throws IOException {
        out.writeDouble(value);
    }

    void bytes(byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
    }

    void truth(boolean value) throws IOException {
        out.writeBoolean(value);
    }

    void text(String value) throws IOException {
        out.writeInt(value.length());
        ByteBuffer units = ByteBuffer.allocate(2 * value.length());
        units.asCharBuffer().put(value);
        out.write(units.array());
    }

    void textOrNull(@Nullable String value) throws IOException {
        if (value == null) {
            out.writeInt(-1);
        } else {
            text(value);
        }
    }
}
