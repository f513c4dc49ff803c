package org.photoledger.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A file with holes: its parts stand one behind another in the tar, the holes are zeros. */
record SparseContent(InputStream packed, SparseMap map) implements Content {

    private static final byte[] ZEROS = new byte[64 * 1024];

    @Override
    public void writeTo(OutputStream out) throws IOException {
        long position = 0;
        for (int part = 0; part + 1 < map.parts().size(); part += 2) {
            long at = map.parts().get(part);
            long length = map.parts().get(part + 1);
            if (at < position || length < 0 || length > map.realSize() - at) {
                throw ContentException.damaged("the map of a file with holes is not readable");
            }
            zeros(out, at - position);
            Content.copy(new Portion(packed, length), out);
            position = at + length;
        }
        zeros(out, map.realSize() - position);
    }

    private static void zeros(OutputStream out, long count) throws IOException {
        for (long left = count; left > 0; left -= ZEROS.length) {
            out.write(ZEROS, 0, (int) Math.min(left, ZEROS.length));
        }
    }
}
