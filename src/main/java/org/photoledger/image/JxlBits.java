package org.photoledger.image;

/** Bits of a JPEG XL codestream, the lowest of a byte first, and the numbers of its size header (ISO/IEC 18181-1 D.2). */
final class JxlBits {

    private static final int[] SIDE_BITS = {9, 13, 18, 30};
    private static final int[][] RATIOS = {{1, 1}, {12, 10}, {4, 3}, {3, 2}, {16, 9}, {5, 4}, {2, 1}};

    private final Span bytes;
    private int at;

    JxlBits(Span bytes) {
        this.bytes = bytes;
    }

    int number(int count) throws CutShortException {
        int number = 0;
        for (int bit = 0; bit < count; bit++, at++) {
            number |= (bytes.u8(at >> 3) >> (at & 7) & 1) << bit;
        }
        return number;
    }

    boolean flag() throws CutShortException {
        return number(1) == 1;
    }

    /** A side in pixels; small multiples of eight take fewer bits. */
    long side(boolean eights) throws CutShortException {
        return eights ? 8L * (number(5) + 1) : number(SIDE_BITS[number(2)]) + 1L;
    }

    /** The width by a ratio of 1 to 7. */
    static long width(long height, int ratio) {
        int[] parts = RATIOS[ratio - 1];
        return height * parts[0] / parts[1];
    }
}
