package org.photoledger.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** Zips that are small and hold more than anybody can read; the same bytes each time. */
public final class ZipBombs {

    private static final int DIRECTORY_ENTRY = 0x02014b50;
    private static final int DIRECTORY_END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final byte[] NAME = "in.zip".getBytes(StandardCharsets.US_ASCII);

    private ZipBombs() {}

    /** Zips in zips, so many on each of so many levels, all alike; the innermost holds so many zeros. */
    public static byte[] ofZips(int levels, int width, int zeros) {
        byte[] bytes = Archives.zip(Map.of("zeros", new byte[zeros]));
        for (int level = 0; level < levels; level++) {
            Map<String, byte[]> members = new TreeMap<>();
            for (int at = 0; at < width; at++) {
                members.put(Integer.toHexString(at) + ".zip", bytes);
            }
            bytes = Archives.zip(members);
        }
        return bytes;
    }

    /** One zip in another, so many times. */
    public static byte[] nest(int depth) {
        byte[] whole = Archives.zip(Map.of("note.txt", new byte[] {'a'}));
        for (int level = 0; level < depth; level++) {
            byte[] head = localHeader(whole.length, crcOf(whole));
            byte[] tail = tail(head.length, whole.length, crcOf(whole));
            ByteBuffer next = ByteBuffer.allocate(head.length + whole.length + tail.length);
            whole = next.put(head).put(whole).put(tail).array();
        }
        return whole;
    }

    private static int crcOf(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    private static byte[] localHeader(int size, int crc) {
        return little(30 + NAME.length)
                .putInt(0x04034b50)
                .putShort((short) 20)
                .put(new byte[8])
                .putInt(crc)
                .putInt(size)
                .putInt(size)
                .putShort((short) NAME.length)
                .putShort((short) 0)
                .put(NAME)
                .array();
    }

    private static byte[] tail(int header, int size, int crc) {
        ByteBuffer tail = little(46 + NAME.length + END_BYTES)
                .putInt(DIRECTORY_ENTRY)
                .putShort((short) 20)
                .putShort((short) 20)
                .put(new byte[8])
                .putInt(crc)
                .putInt(size)
                .putInt(size)
                .putShort((short) NAME.length)
                .put(new byte[12])
                .putInt(0)
                .put(NAME);
        return end(tail, 1, 46 + NAME.length, header + size);
    }

    @SuppressWarnings("ByteBufferBackingArray") // wrapped
    private static byte[] end(ByteBuffer out, int entries, int directoryBytes, int directoryAt) {
        return out.putInt(DIRECTORY_END)
                .putInt(0)
                .putShort((short) entries)
                .putShort((short) entries)
                .putInt(directoryBytes)
                .putInt(directoryAt)
                .putShort((short) 0)
                .array();
    }

    /** A zip of so many names for the same so many zeros. */
    public static byte[] overlapping(int entries, int zeros) {
        byte[] one = Archives.zip(Map.of("zeros-00000", new byte[zeros]));
        ByteBuffer end = little(one).position(one.length - END_BYTES);
        int directoryBytes = end.getInt(one.length - 10);
        int directoryAt = end.getInt(one.length - 6);
        byte[] entry = Arrays.copyOfRange(one, directoryAt, directoryAt + directoryBytes);
        ByteBuffer out =
                little(directoryAt + entries * directoryBytes + END_BYTES).put(one, 0, directoryAt);
        for (int at = 0; at < entries; at++) {
            byte[] name = String.format(java.util.Locale.ROOT, "zeros-%05d", at).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(name, 0, entry, 46, name.length);
            out.put(entry);
        }
        return end(out, entries, entries * directoryBytes, directoryAt);
    }

    private static ByteBuffer little(int size) {
        return little(new byte[size]);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Writes each into a folder, to be imported by hand. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Files.write(Files.createDirectories(folder.resolve("42")).resolve("42.zip"), ofZips(5, 16, 1 << 30));
        Files.write(
                Files.createDirectories(folder.resolve("overlap")).resolve("overlap.zip"),
                overlapping(1_000, 10 << 20));
        Files.write(Files.createDirectories(folder.resolve("nest")).resolve("nest.zip"), nest(10_000));
        Map<String, byte[]> zips = new TreeMap<>();
        for (int at = 0; at < 10_000; at++) {
            zips.put(at + ".zip", Archives.zip(Map.of(at + ".txt", new byte[] {'a'})));
        }
        Files.write(Files.createDirectories(folder.resolve("zips")).resolve("zips.zip"), Archives.zip(zips));
        Files.write(
                Files.createDirectories(folder.resolve("none")).resolve("note.zip"),
                Archives.zip(Map.of("a", new byte[] {'a'})));
    }
}
