package org.photoledger.container;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.photoledger.testing.Bytes;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;

/** The one member of a zip, packed by some method; a checksum of -1 is the right one. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PackedMember(int method, byte[] content, byte[] packed, long crc) {

    @FunctionalInterface
    private interface Packer {
        OutputStream around(OutputStream out) throws IOException;
    }

    private static PackedMember of(int method, byte[] content, Packer packer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = packer.around(bytes)) {
            out.write(content);
        }
        return new PackedMember(method, content, bytes.toByteArray(), -1);
    }

    static PackedMember bzip2(byte[] content) throws IOException {
        return of(12, content, BZip2CompressorOutputStream::new);
    }

    static PackedMember xz(byte[] content) throws IOException {
        return of(95, content, XZCompressorOutputStream::new);
    }

    static PackedMember zstd(byte[] content) throws IOException {
        return of(93, content, ZstdOutputStream::new);
    }

    /** A frame without blocks that says how long its content is. */
    static PackedMember zstdOfOneSegment(int size) {
        byte[] frame = new Bytes()
                .add(0x28, 0xb5, 0x2f, 0xfd, 0xa0)
                .little32(size)
                .add(1, 0, 0)
                .array();
        return new PackedMember(93, new byte[0], frame, -1);
    }

    /** APPNOTE 5.8.8: version, length of the properties, the properties, the stream. */
    static PackedMember lzma(byte[] content, int dictionary) throws IOException {
        LZMA2Options options = new LZMA2Options(0);
        options.setDictSize(Math.min(dictionary, 1 << 20));
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        try (LZMAOutputStream out = new LZMAOutputStream(stream, options, false)) {
            out.write(content);
        }
        int properties = (options.getPb() * 5 + options.getLp()) * 9 + options.getLc();
        byte[] packed = new Bytes()
                .add(9, 20, 5, 0, properties)
                .little32(dictionary)
                .add(stream.toByteArray())
                .array();
        return new PackedMember(14, content, packed, -1);
    }

    /** Without matches a stream of Deflate is one of Deflate64. */
    static PackedMember deflate64(byte[] content) throws IOException {
        Deflater literals = new Deflater(9, true);
        literals.setStrategy(Deflater.HUFFMAN_ONLY);
        return of(9, content, out -> new DeflaterOutputStream(out, literals));
    }

    /** A letter and a match of that many more, which Deflate has no code for: fixed codes, length code 285 with 16 bits. */
    static PackedMember deflate64Run(char letter, int more) {
        Bits bits = new Bits().low(1, 1).low(1, 2).high(0x30 + letter, 8).high(0xc5, 8);
        bits.low(more - 3, 16).high(0, 5).high(0, 7);
        byte[] content = new byte[1 + more];
        Arrays.fill(content, (byte) letter);
        return new PackedMember(9, content, bits.bytes(), -1);
    }

    /** Codes of 9 bits, each a byte. */
    static PackedMember shrunk(byte[] content) {
        Bits bits = new Bits();
        for (byte value : content) {
            bits.low(value & 0xff, 9);
        }
        return new PackedMember(1, content, bits.bytes(), -1);
    }

    /** Trees of lengths and distances, all codes of 6 bits, and no match; bytes as they are. */
    static PackedMember imploded(byte[] content) {
        Bits bits = new Bits();
        for (int tree = 0; tree < 2; tree++) {
            bits.low(3, 8).low(0xf5, 8).low(0xf5, 8).low(0xf5, 8).low(0xf5, 8);
        }
        for (byte value : content) {
            bits.low(1, 1).low(value & 0xff, 8);
        }
        return new PackedMember(6, content, bits.bytes(), -1);
    }

    PackedMember method(int other) {
        return new PackedMember(other, content, packed, crc);
    }

    PackedMember crc(long other) {
        return new PackedMember(method, content, packed, other);
    }

    /** With so many bytes of what is packed. */
    PackedMember packed(int length) {
        return new PackedMember(method, content, Arrays.copyOf(packed, length), crc);
    }

    byte[] zip() throws IOException {
        CRC32 right = new CRC32();
        right.update(content);
        ZipArchiveEntry entry = new ZipArchiveEntry("a");
        entry.setMethod(method);
        entry.setSize(content.length);
        entry.setCompressedSize(packed.length);
        entry.setCrc(crc < 0 ? right.getValue() : crc);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            zip.addRawArchiveEntry(entry, new ByteArrayInputStream(packed));
        }
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return "method " + method;
    }

    /** Bits from the lowest of each byte on. */
    private static final class Bits {

        private final java.util.BitSet set = new java.util.BitSet();
        private int length;

        Bits low(int value, int count) {
            for (int at = 0; at < count; at++) {
                set.set(length++, (value >> at & 1) != 0);
            }
            return this;
        }

        /** A Huffman code, which stands in the stream from its highest bit on. */
        Bits high(int value, int count) {
            return low(Integer.reverse(value) >>> (Integer.SIZE - count), count);
        }

        byte[] bytes() {
            return Arrays.copyOf(set.toByteArray(), (length + 7) / 8);
        }
    }
}
