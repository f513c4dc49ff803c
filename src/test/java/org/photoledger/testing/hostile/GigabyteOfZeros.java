package org.photoledger.testing.hostile;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.photoledger.testing.Bytes;

/** 1 GiB of zeros in one megabyte, as the formats wrap it. */
final class GigabyteOfZeros {

    private static final int BYTES = 1 << 30;
    private static final byte[] PIECE = new byte[1 << 20];

    private final byte[] raw = raw();
    private final long crc = crc();

    /** A stream of its own in a stream of zeros is the same bytes after a while: each full flush begins anew. */
    private static byte[] raw() {
        Deflater deflater = new Deflater(9, true);
        byte[] out = new byte[PIECE.length];
        deflater.setInput(PIECE);
        int length = deflater.deflate(out, 0, out.length, Deflater.FULL_FLUSH);
        deflater.end();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int piece = 0; piece < BYTES / PIECE.length; piece++) {
            whole.write(out, 0, length);
        }
        // a last block without content
        whole.writeBytes(Bytes.of(3, 0));
        return whole.toByteArray();
    }

    private static long crc() {
        CRC32 crc = new CRC32();
        for (int piece = 0; piece < BYTES / PIECE.length; piece++) {
            crc.update(PIECE);
        }
        return crc.getValue();
    }

    byte[] zlib() {
        Adler32 adler = new Adler32();
        for (int piece = 0; piece < BYTES / PIECE.length; piece++) {
            adler.update(PIECE);
        }
        return new Bytes().add(0x78, 0xda).add(raw).u32(adler.getValue()).array();
    }

    byte[] gzip() {
        return new Bytes()
                .add(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 0xff)
                .add(raw)
                .little32(crc)
                .little32(BYTES)
                .array();
    }

    /** As the one member of a zip. */
    byte[] zip(String name) {
        byte[] described = new Bytes()
                .add(20, 0, 0, 0, 8, 0, 0, 0, 0x21, 0)
                .little32(crc)
                .little32(raw.length)
                .little32(BYTES)
                .add(name.length(), 0, 0, 0)
                .array();
        byte[] local =
                new Bytes().text("PK\3\4").add(described).text(name).add(raw).array();
        byte[] entry = new Bytes()
                .text("PK\1\2")
                .add(20, 0)
                .add(described)
                .add(new byte[14])
                .text(name)
                .array();
        return new Bytes()
                .add(local)
                .add(entry)
                .text("PK\5\6")
                .add(0, 0, 0, 0, 1, 0, 1, 0)
                .little32(entry.length)
                .little32(local.length)
                .add(0, 0)
                .array();
    }

    /** So many bytes of one value. */
    static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
