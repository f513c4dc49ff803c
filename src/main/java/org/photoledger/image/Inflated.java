package org.photoledger.image;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** What a zlib stream unpacked to, up to a limit, and how that ended. */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
record Inflated(byte[] bytes, End end) {

    /** How it ended; DAMAGED also for a stream that is cut short. */
    enum End {
        COMPLETE,
        LIMIT,
        DAMAGED
    }

    static Inflated of(byte[] packed, int limit) {
        Inflater inflater = new Inflater();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        End end = End.COMPLETE;
        try {
            inflater.setInput(packed);
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer, 0, Math.min(buffer.length, limit - out.size() + 1));
                if (count == 0 && !inflater.finished()) {
                    end = End.DAMAGED;
                    break;
                }
                if (out.size() + count > limit) {
                    out.write(buffer, 0, limit - out.size());
                    end = End.LIMIT;
                    break;
                }
                out.write(buffer, 0, count);
            }
        } catch (DataFormatException e) {
            end = End.DAMAGED;
        } finally {
            inflater.end();
        }
        return new Inflated(out.toByteArray(), end);
    }
}
