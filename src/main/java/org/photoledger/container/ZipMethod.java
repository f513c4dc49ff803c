package org.photoledger.container;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;

/** Unpacks what a zip holds, by the number of its method (APPNOTE 4.4.5). */
final class ZipMethod {

    /** Not a method: the true one stands in an extra field. */
    static final int AES = 99;

    private static final int SHRUNK = 1;
    private static final int IMPLODED = 6;
    private static final int ZSTD_AT_FIRST = 20;
    private static final int ZSTD = 93;

    private static final int BUFFER = 64 * 1024;

    private ZipMethod() {}

    /** Whether only {@code ZipFile} itself unpacks it: what PKZIP wrote before there was Deflate. */
    static boolean beforeDeflate(int method) {
        return method == SHRUNK || method == IMPLODED;
    }

    /** Whether it is unpacked in a zip without its directory too, by {@code ZipArchiveInputStream}. */
    static boolean readInOrder(int method) {
        return Set.of(0, SHRUNK, IMPLODED, 8, 9, 12, ZSTD_AT_FIRST, ZSTD).contains(method);
    }

    static InputStream unpack(int method, InputStream packed, long size) throws IOException {
        return switch (method) {
            case 0 -> packed;
            case 8 -> inflate(packed);
            case 9 -> new Deflate64CompressorInputStream(packed);
            case 12 -> Compression.BZIP2.unpack(packed);
            case 14 -> lzma(packed, size);
            case ZSTD_AT_FIRST, ZSTD -> Compression.ZSTD.unpack(packed);
            case 95 -> Compression.XZ.unpack(packed);
            default -> throw ContentException.unsupported("zip method " + method);
        };
    }

    private static InputStream inflate(InputStream packed) {
        // the inflater wants one byte more than there is
        InputStream padded = new SequenceInputStream(packed, new ByteArrayInputStream(new byte[1]));
        return new InflaterInputStream(padded, new Inflater(true), BUFFER) {
            @Override
            public void close() throws IOException {
                inf.end();
                super.close();
            }
        };
    }

    /** APPNOTE 5.8.8: version, length of the properties, the properties. */
    private static InputStream lzma(InputStream packed, long size) throws IOException {
        DataInputStream in = new DataInputStream(packed);
        in.readInt();
        byte properties = in.readByte();
        int dictionary = Integer.reverseBytes(in.readInt());
        return Compression.lzma(packed, size, properties, dictionary);
    }
}
