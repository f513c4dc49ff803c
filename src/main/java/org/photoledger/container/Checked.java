package org.photoledger.container;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;

/** Passes content on and compares it with the size and the checksum that its container declares, -1 for neither. */
final class Checked extends OutputStream {

    private final OutputStream out;
    private final long size;
    private final long crc;
    private final CRC32 actual = new CRC32();
    private long count;

    Checked(OutputStream out, long size, long crc) {
        this.out = out;
        this.size = size;
        this.crc = crc;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int within = size < 0 ? length : (int) Math.min(length, size - count);
        if (within > 0) {
            actual.update(bytes, offset, within);
            out.write(bytes, offset, within);
            count += within;
        }
        if (within < length) {
            throw ContentException.damaged("more than the declared " + size + " bytes");
        }
    }

    /** To be called after the last byte. */
    void verify() throws ContentException {
        compare(size, crc);
    }

    /** With a size and a checksum that were found behind the last byte. */
    void compare(long declaredSize, long declaredCrc) throws ContentException {
        if (declaredSize >= 0 && count != declaredSize) {
            throw ContentException.damaged(count + " bytes instead of the declared " + declaredSize);
        }
        if (declaredCrc >= 0 && actual.getValue() != declaredCrc) {
            throw ContentException.damaged("checksum differs");
        }
    }
}
