package org.photoledger.testing.samples;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Puts an eXIf chunk behind a PNG's header. */
final class PngExif {

    private static final int HEADER_END = 33;

    private PngExif() {}

    static byte[] in(byte[] png, byte[] exif) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + exif.length).putInt(exif.length);
        chunk.put("eXIf".getBytes(StandardCharsets.US_ASCII)).put(exif);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + exif.length);
        chunk.putInt((int) crc.getValue());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(png, 0, HEADER_END);
        out.writeBytes(chunk.array());
        out.write(png, HEADER_END, png.length - HEADER_END);
        return out.toByteArray();
    }
}
