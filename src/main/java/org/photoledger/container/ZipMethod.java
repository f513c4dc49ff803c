package org.photoledger.container;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;

/** Unpacks what a zip holds, by the number of its method (APPNOTE 4.4.5). */
final class ZipMethod {

    /** Not a method: the true one stands in an extra field. */
    static final int AES = 99;

    private static final int BUFFER = 64 * 1024;

    private ZipMethod() {}

    static InputStream unpack(int method, InputStream packed, long size) throws IOException {
        return switch (method) {
            case 0 -> packed;
            case 8 -> inflate(packed);
            case 9 -> new Deflate64CompressorInputStream(packed);
            case 12 -> Compression.BZIP2.unpack(packed);
            case 14 -> lzma(packed, size);
            case 93 -> Compression.ZSTD.unpack(packed);
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
