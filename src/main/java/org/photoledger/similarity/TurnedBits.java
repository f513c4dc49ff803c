package org.photoledger.similarity;

/**
 * The eight turns of a hash, done on its 256 bits: the hash that the picture would have if it were turned. A bit stands for
 * a frequency down (its row of the 16 x 16 table) and one across (its column). Mirroring a picture negates the odd
 * frequencies of that direction, which are the even rows or columns; swapping its axes transposes the table (the table of
 * the eight in facebook/ThreatExchange's PDQHasher). PDQ compares with the median, which negation moves a little: a turned
 * picture's own hash differs by some bits (median 4, nine in ten at most 12). In return the turns keep distances and compose exactly, so that the distance of
 * two photos in a turn does not depend on which of them is turned.
 */
public final class TurnedBits {

    /** Words of a hash. */
    public static final int WORDS = 4;

    /** The EXIF orientation codes, upright first. */
    public static final int TURNS = 8;

    private static final long EVEN_COLUMNS = 0x5555_5555_5555_5555L;
    private static final long EVEN_ROWS = 0x0000_ffff_0000_ffffL;
    private static final int SIDE = 16;

    private TurnedBits() {}

    /** Words as {@link PerceptualHash#words} gives them, turned by an EXIF orientation 1 to 8. */
    public static long[] turned(long[] words, int orientation) {
        long negated = negated(orientation);
        long[] turned = new long[WORDS];
        for (int at = 0; at < WORDS; at++) {
            turned[at] = words[at] ^ negated;
        }
        return orientation >= 5 ? transposed(turned) : turned;
    }

    /** The turn that undoes a turn. */
    public static int inverse(int orientation) {
        return switch (orientation) {
            case 6 -> 8;
            case 8 -> 6;
            default -> orientation;
        };
    }

    private static long negated(int orientation) {
        return switch (orientation) {
            case 1, 5 -> 0;
            case 2, 8 -> EVEN_COLUMNS;
            case 3, 7 -> EVEN_COLUMNS ^ EVEN_ROWS;
            case 4, 6 -> EVEN_ROWS;
            default -> throw new IllegalArgumentException("no EXIF orientation: " + orientation);
        };
    }

    private static long[] transposed(long[] words) {
        long[] transposed = new long[WORDS];
        for (int bit = 0; bit < SIDE * SIDE; bit++) {
            // the last word holds the lowest bits
            long value = words[WORDS - 1 - (bit >> 6)] >>> bit & 1;
            int to = bit % SIDE * SIDE + bit / SIDE;
            transposed[WORDS - 1 - (to >> 6)] |= value << to;
        }
        return transposed;
    }

    /** Hamming distance, 0 to 256 bits. */
    static int distance(long[] one, long[] other) {
        int distance = 0;
        for (int at = 0; at < WORDS; at++) {
            distance += Long.bitCount(one[at] ^ other[at]);
        }
        return distance;
    }
}
