package org.photoledger.container;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.UnsupportedOptionsException;
import org.tukaani.xz.XZInputStream;

/** Streams that unpack one stream of bytes, several of the kind one behind another included, in bounded memory. */
enum Compression {
    GZIP,
    BZIP2,
    XZ,
    ZSTD;

    /** What unpacking may take: dictionaries of 64 MiB, the most that {@code xz -9} takes, and some tables. */
    static final int MEMORY_KIB = 66 * 1024;

    static final String TOO_LARGE = "takes more than 64 MiB of memory to unpack";

    private InputStream stream(InputStream packed) throws IOException {
        return switch (this) {
            case GZIP ->
                new UpToDamage(GzipCompressorInputStream.builder()
                        .setInputStream(packed)
                        .setDecompressConcatenated(true)
                        .get());
            case BZIP2 -> new UpToDamage(new BZip2CompressorInputStream(packed, true));
            case XZ -> new XZInputStream(packed, MEMORY_KIB);
            case ZSTD -> new ZstdFile(packed);
        };
    }

    InputStream unpack(InputStream packed) throws IOException {
        try {
            return new Named(stream(new BufferedInputStream(packed, 64 * 1024)));
        } catch (IOException e) {
            throw named(e);
        }
    }

    static InputStream lzma(InputStream packed, long size, byte properties, int dictionary) throws IOException {
        if (dictionary < 0 || LZMAInputStream.getMemoryUsage(dictionary, properties) > MEMORY_KIB) {
            throw ContentException.unsupported(TOO_LARGE);
        }
        return new LZMAInputStream(packed, size, properties, dictionary);
    }

    private static IOException named(IOException problem) {
        if (problem instanceof MemoryLimitException) {
            return ContentException.unsupported(TOO_LARGE);
        }
        return problem instanceof UnsupportedOptionsException
                ? ContentException.unsupported("an option of xz that is not read")
                : problem;
    }

    /** Says what a limit or an option is, where the library finds it while it reads. */
    private static final class Named extends InputStream {

        private final InputStream in;

        private Named(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                return in.read(target, offset, length);
            } catch (IOException e) {
                throw named(e);
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
