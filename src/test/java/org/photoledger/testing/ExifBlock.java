package org.photoledger.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds a little EXIF block tag by tag: {@code anExif().ascii(0x10f, "Orbis").original("2013:04:05 10:11:12").bytes()}. */
public final class ExifBlock {

    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int UNDEFINED = 7;

    @SuppressWarnings("ArrayRecordComponent") // written once, never compared
    private record Value(int type, int count, byte[] bytes) {}

    private final ByteOrder order;
    private final Map<Integer, Value> main = new TreeMap<>();
    private final Map<Integer, Value> exif = new TreeMap<>();
    private final Map<Integer, Value> gps = new TreeMap<>();
    private byte[] thumbnail = {};
    private int @Nullable [] thumbnailPlace;

    private ExifBlock(ByteOrder order) {
        this.order = order;
    }

    public static ExifBlock anExif() {
        return new ExifBlock(ByteOrder.BIG_ENDIAN);
    }

    public static ExifBlock aLittleEndianExif() {
        return new ExifBlock(ByteOrder.LITTLE_ENDIAN);
    }

    private Map<Integer, Value> directory(int tag) {
        boolean inMain = tag < 0x8000 || tag == 0x8298;
        return inMain ? main : exif;
    }

    public ExifBlock ascii(int tag, String text) {
        return bytes(tag, (text + '\0').getBytes(StandardCharsets.UTF_8));
    }

    /** An ASCII value of any bytes. */
    public ExifBlock bytes(int tag, byte[] bytes) {
        directory(tag).put(tag, new Value(ASCII, bytes.length, bytes));
        return this;
    }

    public ExifBlock number(int tag, int value) {
        directory(tag)
                .put(
                        tag,
                        new Value(
                                SHORT,
                                1,
                                ByteBuffer.allocate(2)
                                        .order(order)
                                        .putShort((short) value)
                                        .array()));
        return this;
    }

    public ExifBlock rational(int tag, int... parts) {
        directory(tag).put(tag, rationals(parts));
        return this;
    }

    private Value rationals(int... parts) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * parts.length).order(order);
        for (int part : parts) {
            bytes.putInt(part);
        }
        return new Value(RATIONAL, parts.length / 2, bytes.array());
    }

    public ExifBlock userComment(String text) {
        byte[] comment = ("ASCII\0\0\0" + text).getBytes(StandardCharsets.US_ASCII);
        exif.put(0x9286, new Value(UNDEFINED, comment.length, comment));
        return this;
    }

    public ExifBlock camera(String make, String model, String serial) {
        return ascii(0x10f, make).ascii(0x110, model).ascii(0xa431, serial);
    }

    public ExifBlock original(String time) {
        return ascii(0x9003, time).ascii(0x9004, time);
    }

    /** Degrees, minutes, seconds of both coordinates with their hemispheres; an empty hemisphere is left out. */
    public ExifBlock position(String northSouth, int[] latitude, String eastWest, int[] longitude) {
        reference(1, northSouth);
        gps.put(2, rationals(latitude[0], 1, latitude[1], 1, latitude[2], 1));
        reference(3, eastWest);
        gps.put(4, rationals(longitude[0], 1, longitude[1], 1, longitude[2], 1));
        return this;
    }

    private void reference(int tag, String letter) {
        if (!letter.isEmpty()) {
            gps.put(tag, new Value(ASCII, 2, (letter + '\0').getBytes(StandardCharsets.US_ASCII)));
        }
    }

    public ExifBlock gpsRational(int tag, int... parts) {
        gps.put(tag, rationals(parts));
        return this;
    }

    public ExifBlock gpsDay(String day) {
        gps.put(0x1d, new Value(ASCII, day.length() + 1, (day + '\0').getBytes(StandardCharsets.US_ASCII)));
        return this;
    }

    public ExifBlock thumbnail(byte[] jpeg) {
        thumbnail = jpeg;
        return this;
    }

    /** Names a thumbnail at an offset of the block where there need be none. */
    public ExifBlock thumbnailAt(int offset, int length) {
        thumbnailPlace = new int[] {offset, length};
        return this;
    }

    /** The block, beginning with its byte order. */
    public byte[] bytes() {
        Map<Integer, Map<Integer, Value>> children = new TreeMap<>();
        if (!exif.isEmpty()) {
            children.put(0x8769, exif);
        }
        if (!gps.isEmpty()) {
            children.put(0x8825, gps);
        }
        children.keySet().forEach(tag -> main.put(tag, pointer(0)));
        int at = 8 + size(main);
        for (Map.Entry<Integer, Map<Integer, Value>> child : children.entrySet()) {
            main.put(child.getKey(), pointer(at));
            at += size(child.getValue());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteBuffer head = ByteBuffer.allocate(8).order(order);
        head.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(head.putShort((short) 42).putInt(8).array());
        boolean second = thumbnail.length > 0 || thumbnailPlace != null;
        int last = second ? at : 0;
        out.writeBytes(directory(main, 8, last));
        children.values().forEach(child -> out.writeBytes(directory(child, out.size(), 0)));
        if (second) {
            out.writeBytes(directory(ofThumbnail(at), at, 0));
            out.writeBytes(thumbnail);
        }
        return out.toByteArray();
    }

    private Map<Integer, Value> ofThumbnail(int start) {
        Map<Integer, Value> entries = new TreeMap<>();
        ByteBuffer compression = ByteBuffer.allocate(2).order(order).putShort((short) 6);
        entries.put(0x103, new Value(SHORT, 1, compression.array()));
        entries.put(0x201, pointer(0));
        entries.put(0x202, pointer(thumbnail.length));
        entries.put(0x201, pointer(start + size(entries)));
        if (thumbnailPlace != null) {
            entries.put(0x201, pointer(thumbnailPlace[0]));
            entries.put(0x202, pointer(thumbnailPlace[1]));
        }
        return entries;
    }

    private Value pointer(int offset) {
        return new Value(
                LONG, 1, ByteBuffer.allocate(4).order(order).putInt(offset).array());
    }

    private static int size(Map<Integer, Value> directory) {
        int size = 2 + 12 * directory.size() + 4;
        for (Value value : directory.values()) {
            size += value.bytes.length > 4 ? value.bytes.length + (value.bytes.length & 1) : 0;
        }
        return size;
    }

    private byte[] directory(Map<Integer, Value> entries, int start, int next) {
        ByteBuffer out = ByteBuffer.allocate(size(entries)).order(order);
        out.putShort((short) entries.size());
        int dataAt = start + 2 + 12 * entries.size() + 4;
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        entries.forEach((tag, value) -> {
            out.putShort((short) (int) tag).putShort((short) value.type).putInt(value.count);
            if (value.bytes.length > 4) {
                out.putInt(dataAt + data.size());
                data.writeBytes(value.bytes);
                data.writeBytes(new byte[value.bytes.length & 1]);
            } else {
                out.put(value.bytes).position(out.position() + 4 - value.bytes.length);
            }
        });
        return out.putInt(next).put(data.toByteArray()).array();
    }

    /** A JPEG with this block as its first segment. */
    public byte[] in(byte[] jpeg) {
        ByteArrayOutputStream segment = new ByteArrayOutputStream();
        segment.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        segment.writeBytes(bytes());
        return Pictures.withApp1(jpeg, segment.toByteArray());
    }
}
