package org.photoledger.container;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the header of a gzip file says of its content (RFC 1952): its name as stored, and when it was changed, in UTC. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record GzipName(byte[] bytes, @Nullable Instant modified) {

    static final GzipName NONE = new GzipName(new byte[0], null);

    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int NAME_MOST = 64 * 1024;

    static GzipName of(InputStream file) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(file));
        byte[] fixed = in.readNBytes(10);
        if (fixed.length < 10) {
            return NONE;
        }
        if ((fixed[3] & EXTRA) != 0) {
            in.skipNBytes(Short.reverseBytes(in.readShort()) & 0xffff);
        }
        byte[] name = (fixed[3] & NAME) == 0 ? new byte[0] : untilZero(in);
        return new GzipName(name, seconds(fixed));
    }

    private static byte[] untilZero(InputStream in) throws IOException {
        ByteArrayOutputStream name = new ByteArrayOutputStream();
        for (int value = in.read(); value > 0 && name.size() < NAME_MOST; value = in.read()) {
            name.write(value);
        }
        return name.toByteArray();
    }

    private static @Nullable Instant seconds(byte[] fixed) {
        long seconds = 0;
        for (int at = 7; at >= 4; at--) {
            seconds = (seconds << 8) | (fixed[at] & 0xff);
        }
        return seconds == 0 ? null : Instant.ofEpochSecond(seconds);
    }
}
