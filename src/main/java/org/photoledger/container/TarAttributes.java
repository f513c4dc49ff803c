package org.photoledger.container;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands before a header and overrides it: records of POSIX ({@code 24 path=name\n}) and GNU tar's long name. */
final class TarAttributes {

    private static final String SPARSE = "GNU.sparse.";

    private final Map<String, byte[]> values = new HashMap<>();
    private final List<Long> sparseNumbers = new ArrayList<>();

    TarAttributes() {}

    /** Those for all that follows, to be overridden. */
    TarAttributes(TarAttributes global) {
        values.putAll(global.values);
    }

    /** Takes the content of one block of records. */
    void read(byte[] records) throws ContentException {
        int at = 0;
        while (at < records.length && records[at] != 0) {
            int blank = indexOf(records, at, ' ');
            int length = (int) number(records, at, blank);
            int equals = indexOf(records, blank, '=');
            int end = at + length;
            if (length <= 0 || end > records.length || equals >= end) {
                throw ContentException.damaged("a record of attributes is not readable");
            }
            put(text(records, blank + 1, equals), slice(records, equals + 1, end - 1));
            at = end;
        }
    }

    private void put(String key, byte[] value) throws ContentException {
        if (key.equals(SPARSE + "offset") || key.equals(SPARSE + "numbytes")) {
            sparseNumbers.add(number(value, 0, value.length));
        } else {
            values.put(key, value);
        }
    }

    void name(byte[] name) {
        values.put("path", name);
    }

    byte[] nameOr(byte[] stored) {
        return values.getOrDefault(SPARSE + "name", values.getOrDefault("path", stored));
    }

    long sizeOr(long stored) throws ContentException {
        return numberOr("size", stored);
    }

    /** Seconds with a fraction. */
    @Nullable
    Instant modifiedOr(long stored) {
        byte[] value = values.get("mtime");
        if (value != null && value.length > 40) {
            return null;
        }
        try {
            BigDecimal seconds = value == null
                    ? BigDecimal.valueOf(stored)
                    : new BigDecimal(new String(value, StandardCharsets.ISO_8859_1));
            long whole = seconds.setScale(0, RoundingMode.FLOOR).longValueExact();
            BigDecimal rest = seconds.subtract(BigDecimal.valueOf(whole));
            return Instant.ofEpochSecond(whole, rest.movePointRight(9).longValue());
        } catch (ArithmeticException | NumberFormatException | DateTimeException e) {
            return null;
        }
    }

    /** Whether the content is the parts of a file with holes, in one of the three ways of POSIX archives. */
    boolean sparse() {
        return values.containsKey(SPARSE + "major")
                || values.containsKey(SPARSE + "map")
                || values.containsKey(SPARSE + "size");
    }

    boolean mapInContent() throws ContentException {
        return numberOr(SPARSE + "major", 0) == 1;
    }

    long realSize() throws ContentException {
        return numberOr(SPARSE + "realsize", numberOr(SPARSE + "size", -1));
    }

    /** Places and lengths by turns. */
    List<Long> sparseNumbers() throws ContentException {
        byte[] map = values.get(SPARSE + "map");
        if (map == null) {
            return sparseNumbers;
        }
        List<Long> numbers = new ArrayList<>();
        for (String number : new String(map, StandardCharsets.ISO_8859_1).split(",", -1)) {
            byte[] digits = number.getBytes(StandardCharsets.ISO_8859_1);
            numbers.add(number(digits, 0, digits.length));
        }
        return numbers;
    }

    private long numberOr(String key, long other) throws ContentException {
        byte[] value = values.get(key);
        return value == null ? other : number(value, 0, value.length);
    }

    static long number(byte[] bytes, int from, int to) throws ContentException {
        long value = 0;
        for (int at = from; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9 || value > Long.MAX_VALUE / 10 - 1) {
                throw ContentException.damaged("a number is not readable");
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static int indexOf(byte[] bytes, int from, char wanted) {
        int at = from;
        while (at < bytes.length && bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(slice(bytes, from, to), StandardCharsets.UTF_8);
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, Math.max(from, to));
    }
}
