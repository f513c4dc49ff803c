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

    /** What a stream holds, in pieces as it gives them: what came before damage is not lost. */
    static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            out.write(buffer, 0, count);
        }
    }
}
