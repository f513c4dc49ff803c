package org.photoledger.text;

import java.io.File;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A ZIP file whose members, all together, inflate to a limit and then fail; what its directory claims does not count. */
final class BoundedZipFile extends ZipFile {

    private long left;

    BoundedZipFile(File file, long bytes) throws IOException {
        super(file);
        left = bytes;
    }

    @Override
    public InputStream getInputStream(ZipEntry entry) throws IOException {
        return new Counted(super.getInputStream(entry));
    }

    private int taken(int count) throws ZipException {
        left -= Math.max(0, count);
        if (left < 0) {
            throw new ZipException("the members inflate to more than the limit");
        }
        return count;
    }

    private final class Counted extends FilterInputStream {

        private Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            taken(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return taken(super.read(target, offset, length));
        }
    }
}
