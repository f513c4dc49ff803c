package org.photoledger.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The content of a member, read only if it is wanted. */
@FunctionalInterface
public interface Content {

    /** Nothing: a link, a device. */
    Content NONE = out -> {};

    /**
     * Writes it out.
     *
     * @throws ContentException if it is known how it ends; any other exception is damage
     */
    void writeTo(OutputStream out) throws IOException;

    /**
     * What a stream holds, to the last bytes before damage: streams that unpack keep what they have of a piece when they
     * fail, so the pieces that they are asked for are small.
     */
    static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        int filled = 0;
        try {
            for (int count = 0; count >= 0; filled += Math.max(0, count)) {
                if (filled == buffer.length) {
                    filled = 0;
                    out.write(buffer, 0, buffer.length);
                }
                count = in.read(buffer, filled, Math.min(4096, buffer.length - filled));
            }
        } catch (IOException | RuntimeException e) {
            out.write(buffer, 0, filled);
            throw e;
        }
        out.write(buffer, 0, filled);
    }
}
