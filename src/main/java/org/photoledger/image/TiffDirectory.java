package org.photoledger.image;

import java.util.Arrays;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One directory (IFD) of a TIFF or BigTIFF.
 *
 * @param next offset of the next page, 0 at the end
 */
record TiffDirectory(Span file, SortedMap<Integer, Entry> entries, long next, boolean cut) {

    private static final int[] WIDTHS = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

    /** The tags that are kept: a hostile file has a thousand directories of 65,535. */
    private static final Set<Integer> READ = Stream.concat(
                    Arrays.stream(TiffPixels.DECIDING).boxed(),
                    Stream.of(
                            4, 5, 6, 7, 46, 254, 255, 273, 274, 279, 324, 325, 330, 513, 514, 700, 8224, 33723, 34377,
                            34665, 34675, 37500, 40962, 40963, 50706))
            .collect(Collectors.toUnmodifiableSet());

    /** A tag: the values of {@code count} times {@code width} bytes begin at {@code at}. */
    record Entry(int type, long count, long at, int width) {

        boolean whole() {
            return type == 1 || type == 3 || type == 4 || type == 13 || type == 16 || type == 18;
        }
    }

    static TiffDirectory read(Span file, long offset, boolean big) throws CutShortException {
        int word = big ? 8 : 4;
        int step = big ? 20 : 12;
        long start = offset + (big ? 8 : 2);
        long declared = big ? file.u64(offset) : file.u16(offset);
        long there = Math.min(Math.min(declared, 65_536), Math.max(0, file.length() - start) / step);
        SortedMap<Integer, Entry> entries = new TreeMap<>();
        for (long i = 0; i < there; i++) {
            long at = start + i * step;
            int type = file.u16(at + 2);
            int width = type < WIDTHS.length ? WIDTHS[type] : 0;
            long count = file.number(at + 4, word);
            boolean inline = width > 0 && count <= word / width;
            long valueAt = at + 4 + word;
            int tag = file.u16(at);
            if (!READ.contains(tag)) {
                continue;
            }
            entries.putIfAbsent(tag, new Entry(type, count, inline ? valueAt : file.number(valueAt, word), width));
        }
        long after = start + there * step;
        boolean whole = there == declared && file.has(after, word);
        return new TiffDirectory(file, entries, whole ? file.number(after, word) : 0, !whole);
    }

    boolean has(int tag) {
        return entries.containsKey(tag);
    }

    /** How many values of a tag are really there. */
    int count(int tag) {
        Entry entry = entries.get(tag);
        if (entry == null || entry.width() == 0 || !file.has(entry.at(), entry.width())) {
            return 0;
        }
        return (int) Math.min(entry.count(), (file.length() - entry.at()) / entry.width());
    }

    long number(int tag, int index, long otherwise) throws CutShortException {
        Entry entry = entries.get(tag);
        if (entry == null || !entry.whole() || index >= count(tag)) {
            return otherwise;
        }
        return file.number(entry.at() + (long) index * entry.width(), entry.width());
    }

    /** The bytes of a tag's values, null where they lie outside the file. */
    @Nullable
    Span bytes(int tag) throws CutShortException {
        Entry entry = entries.get(tag);
        if (entry == null || entry.width() == 0 || entry.count() > file.length()) {
            return null;
        }
        long length = entry.count() * entry.width();
        return file.has(entry.at(), length) ? file.part(entry.at(), length) : null;
    }

    long width() throws CutShortException {
        return number(256, 0, 0);
    }

    long height() throws CutShortException {
        return number(257, 0, 0);
    }

    /** Whether it is marked as a reduced copy of another picture of the file, or a mask. */
    boolean reduced() throws CutShortException {
        return (number(254, 0, 0) & 5) != 0 || number(255, 0, 0) == 2;
    }

    boolean hasPixels() throws CutShortException {
        return width() > 0 && height() > 0 && (has(273) || has(324) || has(513));
    }
}
