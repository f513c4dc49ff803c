package org.photoledger.container;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.photoledger.testing.Bytes;

/** RAR archives of format 1.5 to 4, members stored, as the format's technical note describes them. */
public final class RarBytes {

    public static final byte[] MARKER = Bytes.of(0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 0x00);
    public static final byte[] FIVE = Bytes.of(0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 0x01, 0x00, 1, 2, 3, 4, 5, 6, 7, 8);

    private RarBytes() {}

    /** Each holds its own name. */
    public static byte[] archive(String... names) {
        Bytes archive = new Bytes().add(MARKER).add(main(0));
        for (String name : names) {
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            archive.add(file(bytes, bytes, 0));
        }
        return archive.add(end()).array();
    }

    public static byte[] main(int flags) {
        return block(0x73, flags, new byte[6]);
    }

    public static byte[] end() {
        return block(0x7b, 0x4000, new byte[0]);
    }

    public static byte[] file(byte[] name, byte[] content, int flags) {
        CRC32 crc = new CRC32();
        crc.update(content);
        byte[] fields = new Bytes()
                .little32(content.length)
                .little32(content.length)
                .add(3)
                .little32(crc.getValue())
                .little32(0x4315_0a00)
                .add(20, 0x30)
                .add(name.length, name.length >> 8)
                .little32(0100644)
                .add(name)
                .array();
        return new Bytes().add(block(0x74, 0x8000 | flags, fields)).add(content).array();
    }

    private static byte[] block(int type, int flags, byte[] fields) {
        int length = 7 + fields.length;
        byte[] body = new Bytes()
                .add(type, flags, flags >> 8, length, length >> 8)
                .add(fields)
                .array();
        CRC32 crc = new CRC32();
        crc.update(body);
        return new Bytes()
                .add((int) crc.getValue(), (int) (crc.getValue() >> 8))
                .add(body)
                .array();
    }
}
