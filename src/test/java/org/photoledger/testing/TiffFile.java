package org.photoledger.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Builds a TIFF of directories: pages of its chain, and others that a tag points to. Numbers are LONG, texts ASCII; bytes are
 * UNDEFINED, or lie somewhere in the file and a tag holds their place.
 */
public final class TiffFile {

    private static final int HEADER = 64;

    /** A value that is the offset of another directory. */
    private record Pointer(Directory to) {}

    /** A value that is the offset of bytes. */
    @SuppressWarnings("ArrayRecordComponent") // written once, never compared
    private record Place(byte[] of) {}

    /** One directory. */
    public static final class Directory {
        private final Map<Integer, Object> tags = new TreeMap<>();
        private boolean loops;

        public Directory number(int tag, long... values) {
            tags.put(tag, values);
            return this;
        }

        public Directory size(int width, int height) {
            return number(256, width).number(257, height);
        }

        public Directory text(int tag, String text) {
            tags.put(tag, text);
            return this;
        }

        public Directory bytes(int tag, byte[] bytes) {
            tags.put(tag, bytes);
            return this;
        }

        public Directory to(int tag, Directory other) {
            tags.put(tag, new Pointer(other));
            return this;
        }

        /** Bytes somewhere in the file: their place under one tag, their length under the other. */
        public Directory data(int placeTag, int lengthTag, byte[] bytes) {
            tags.put(placeTag, new Place(bytes));
            return number(lengthTag, bytes.length);
        }

        /** The chain goes on with this directory again. */
        public Directory loop() {
            loops = true;
            return this;
        }
    }

    private final byte[] magic;
    private final List<Directory> pages = new ArrayList<>();
    private final Map<Directory, Integer> starts = new LinkedHashMap<>();
    private ByteBuffer out = ByteBuffer.allocate(0);
    private int end = HEADER;

    private TiffFile(String magic) {
        this.magic = magic.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static TiffFile plain() {
        return new TiffFile("II*\0");
    }

    /** With other first bytes, those of the first directory's offset left out. */
    public static TiffFile of(String first, String afterOffset) {
        return new TiffFile(first + "\0\0\0\0" + afterOffset);
    }

    public TiffFile page(Directory directory) {
        pages.add(directory);
        return this;
    }

    public byte[] array() {
        out = ByteBuffer.allocate(1 << 22).order(ByteOrder.LITTLE_ENDIAN);
        out.put(0, magic);
        pages.forEach(this::place);
        out.putInt(4, starts.get(pages.get(0)));
        for (int at = 0; at < pages.size(); at++) {
            Directory page = pages.get(at);
            Directory next = page.loops ? page : at + 1 < pages.size() ? pages.get(at + 1) : null;
            out.putInt(starts.get(page) + 2 + 12 * page.tags.size(), next == null ? 0 : starts.get(next));
        }
        byte[] bytes = new byte[end];
        out.get(0, bytes);
        return bytes;
    }

    private int place(Directory directory) {
        int start = reserve(2 + 12 * directory.tags.size() + 4);
        starts.put(directory, start);
        out.putShort(start, (short) directory.tags.size());
        int at = start + 2;
        for (Map.Entry<Integer, Object> tag : directory.tags.entrySet()) {
            out.putShort(at, (short) (int) tag.getKey());
            value(at + 2, tag.getValue());
            at += 12;
        }
        return start;
    }

    private void value(int at, Object value) {
        if (value instanceof Pointer pointer) {
            entry(at, 4, 1, place(pointer.to()));
        } else if (value instanceof Place place) {
            entry(at, 4, 1, put(place.of()));
        } else if (value instanceof String text) {
            inline(at, 2, 1, (text + '\0').getBytes(StandardCharsets.ISO_8859_1));
        } else if (value instanceof byte[] bytes) {
            inline(at, 7, 1, bytes);
        } else {
            long[] numbers = (long[]) value;
            ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
            for (long number : numbers) {
                bytes.putInt((int) number);
            }
            inline(at, 4, 4, bytes.array());
        }
    }

    private void inline(int at, int type, int width, byte[] bytes) {
        if (bytes.length <= 4) {
            entry(at, type, bytes.length / width, 0);
            out.put(at + 6, bytes);
        } else {
            entry(at, type, bytes.length / width, put(bytes));
        }
    }

    private void entry(int at, int type, int count, int value) {
        out.putShort(at, (short) type).putInt(at + 2, count).putInt(at + 6, value);
    }

    private int put(byte[] bytes) {
        int start = reserve(bytes.length);
        out.put(start, bytes);
        return start;
    }

    private int reserve(int length) {
        int start = end;
        end += length + (length & 1);
        return start;
    }
}
