package org.photoledger.image;

import java.nio.charset.StandardCharsets;

/**
 * Part of a file with reads that are checked: whatever lies beyond its end is a {@link CutShortException}, never another
 * exception. Offsets are relative to the start of the span, numbers are unsigned.
 */
final class Span {

    private final ImageBytes bytes;
    private final int start;
    private final int length;
    private final boolean little;

    private Span(ImageBytes bytes, int start, int length, boolean little) {
        this.bytes = bytes;
        this.start = start;
        this.length = length;
        this.little = little;
    }

    static Span of(ImageBytes bytes) {
        return new Span(bytes, 0, bytes.length(), false);
    }

    Span littleEndian(boolean value) {
        return new Span(bytes, start, length, value);
    }

    int length() {
        return length;
    }

    /** Where the span starts in the file. */
    int start() {
        return start;
    }

    ImageBytes file() {
        return bytes;
    }

    boolean has(long at, long count) {
        return at >= 0 && count >= 0 && at <= length && count <= length - at;
    }

    int u8(long at) throws CutShortException {
        need(at, 1);
        return bytes.at(start + (int) at);
    }

    int u16(long at) throws CutShortException {
        need(at, 2);
        int first = bytes.at(start + (int) at);
        int second = bytes.at(start + (int) at + 1);
        return little ? (second << 8) | first : (first << 8) | second;
    }

    int u24(long at) throws CutShortException {
        return little ? u16(at) | (u8(at + 2) << 16) : (u16(at) << 8) | u8(at + 2);
    }

    long u32(long at) throws CutShortException {
        need(at, 4);
        long first = u16(at);
        long second = u16(at + 2);
        return little ? (second << 16) | first : (first << 16) | second;
    }

    /** Eight bytes; a value beyond 2^63 is no offset in any file and reads as the greatest long. */
    long u64(long at) throws CutShortException {
        need(at, 8);
        long first = u32(at);
        long second = u32(at + 4);
        long value = little ? (second << 32) | first : (first << 32) | second;
        return value < 0 ? Long.MAX_VALUE : value;
    }

    /** A number of 0, 1, 2, 4 or 8 bytes. */
    long number(long at, int width) throws CutShortException {
        return switch (width) {
            case 0 -> 0;
            case 1 -> u8(at);
            case 2 -> u16(at);
            case 4 -> u32(at);
            default -> u64(at);
        };
    }

    Span part(long at, long count) throws CutShortException {
        need(at, count);
        return new Span(bytes, start + (int) at, (int) count, little);
    }

    Span from(long at) throws CutShortException {
        return part(at, length - at);
    }

    /** As much of a range as is there; empty where it lies wholly outside. */
    Span clip(long at, long count) {
        int begin = (int) Math.max(0, Math.min(at, length));
        int size = (int) Math.max(0, Math.min(count, length - begin));
        return new Span(bytes, start + begin, size, little);
    }

    String latin(long at, int count) throws CutShortException {
        need(at, count);
        return new String(bytes.copy(start + (int) at, count), StandardCharsets.ISO_8859_1);
    }

    boolean starts(String text) {
        return holds(0, text);
    }

    boolean holds(long at, String text) {
        if (!has(at, text.length())) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes.at(start + (int) at + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    byte[] copy() {
        return bytes.copy(start, length);
    }

    private void need(long at, long count) throws CutShortException {
        if (!has(at, count)) {
            throw new CutShortException(
                    count + " bytes wanted at offset " + (start + at) + ", part ends at " + (start + (long) length));
        }
    }
}
