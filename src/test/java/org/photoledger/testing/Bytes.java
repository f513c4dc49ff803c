package org.photoledger.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Builds small binary files, big-endian unless said otherwise. */
public final class Bytes {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Bytes given as numbers. */
    public static byte[] of(int... values) {
        return new Bytes().add(values).array();
    }

    /** Adds bytes given as numbers. */
    public Bytes add(int... values) {
        for (int value : values) {
            out.write(value);
        }
        return this;
    }

    public Bytes add(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    public Bytes text(String latin) {
        return add(latin.getBytes(StandardCharsets.ISO_8859_1));
    }

    public Bytes u16(int value) {
        return add(value >> 8, value);
    }

    public Bytes u32(long value) {
        return u16((int) (value >> 16)).u16((int) value);
    }

    public Bytes little32(long value) {
        return add((int) value, (int) (value >> 8), (int) (value >> 16), (int) (value >> 24));
    }

    /** A JPEG segment. */
    public Bytes segment(int marker, byte[] payload) {
        return add(0xff, marker).u16(payload.length + 2).add(payload);
    }

    /** A PNG chunk with its checksum. */
    public Bytes chunk(String type, byte[] payload) {
        byte[] body = new Bytes().text(type).add(payload).array();
        CRC32 crc = new CRC32();
        crc.update(body);
        return u32(payload.length).add(body).u32(crc.getValue());
    }

    /** A RIFF chunk with its padding. */
    public Bytes riff(String type, byte[] payload) {
        text(type).little32(payload.length).add(payload);
        return (payload.length & 1) == 1 ? add(0) : this;
    }

    /** A box of ISO base media. */
    public Bytes box(String type, byte[] payload) {
        return u32(payload.length + 8L).text(type).add(payload);
    }

    /** A directory entry of a big-endian TIFF. */
    public Bytes tag(int tag, int type, long count, long value) {
        u16(tag).u16(type).u32(count);
        return type == 3 && count == 1 ? u16((int) value).u16(0) : u32(value);
    }

    public byte[] array() {
        return out.toByteArray();
    }
}
