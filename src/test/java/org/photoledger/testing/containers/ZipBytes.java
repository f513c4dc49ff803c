package org.photoledger.testing.containers;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.photoledger.testing.Bytes;

/** Writes zips with names of any bytes, twice the same too, which no library does (APPNOTE 4.3). */
final class ZipBytes {

    private static final int UTF_8 = 0x800;
    private static final int MIDNIGHT_OF_1980 = 0x21 << 16;

    private final boolean deflate;
    private final int flags;
    private final ByteArrayOutputStream members = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();

    private ZipBytes(boolean deflate, int flags) {
        this.deflate = deflate;
        this.flags = flags;
    }

    static byte[] deflated(List<Made> members) {
        return new ZipBytes(true, 0).of(members);
    }

    static byte[] stored(List<Made> members) {
        return new ZipBytes(false, 0).of(members);
    }

    /** With the mark that its names are UTF-8. */
    static byte[] marked(List<Made> members) {
        return new ZipBytes(true, UTF_8).of(members);
    }

    private byte[] of(List<Made> made) {
        made.forEach(this::add);
        Bytes end = new Bytes()
                .text("PK\5\6")
                .little32(0)
                .little32((long) made.size() << 16 | made.size())
                .little32(directory.size())
                .little32(members.size())
                .add(0, 0);
        return new Bytes()
                .add(members.toByteArray())
                .add(directory.toByteArray())
                .add(end.array())
                .array();
    }

    private void add(Made member) {
        byte[] content = member.bytes();
        byte[] packed = deflate ? deflated(content) : content;
        CRC32 crc = new CRC32();
        crc.update(content);
        byte[] name = member.name().bytes();
        byte[] described = new Bytes()
                .add(20, 0, flags, flags >> 8, deflate ? 8 : 0, 0)
                .little32(MIDNIGHT_OF_1980)
                .little32(crc.getValue())
                .little32(packed.length)
                .little32(content.length)
                .add(name.length, name.length >> 8, 0, 0)
                .array();
        directory.writeBytes(new Bytes()
                .text("PK\1\2")
                .add(20, 0)
                .add(described)
                .add(new byte[10])
                .little32(members.size())
                .add(name)
                .array());
        members.writeBytes(
                new Bytes().text("PK\3\4").add(described).add(name).add(packed).array());
    }

    private static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(content);
        deflater.finish();
        byte[] packed = new byte[content.length + 64];
        int length = deflater.deflate(packed);
        deflater.end();
        return java.util.Arrays.copyOf(packed, length);
    }
}
