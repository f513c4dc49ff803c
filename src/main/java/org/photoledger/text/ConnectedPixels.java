package org.photoledger.text;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Takes the pixels of a picture that have something in common apart into connected pieces; no pixel is taken twice. */
final class ConnectedPixels {

    private final int width;
    private final boolean diagonally;
    private final IntPredicate member;
    private final boolean[] seen;
    private int[] piece = new int[64];
    private int size;

    /**
     * Of a picture of so many pixels, row by row.
     *
     * @param diagonally whether neighbours at a corner are connected too
     * @param member which pixels count, by their place
     */
    ConnectedPixels(int pixels, int width, boolean diagonally, IntPredicate member) {
        this.width = width;
        this.diagonally = diagonally;
        this.member = member;
        this.seen = new boolean[pixels];
    }

    /** Pixels of the piece around one; 0 where that one does not count or was taken before. */
    int around(int start) {
        size = 0;
        reach(start);
        for (int next = 0; next < size; next++) {
            int at = piece[next];
            int x = at % width;
            reach(at - width);
            reach(at + width);
            if (x > 0) {
                beside(at - 1);
            }
            if (x < width - 1) {
                beside(at + 1);
            }
        }
        return size;
    }

    private void beside(int at) {
        reach(at);
        if (diagonally) {
            reach(at - width);
            reach(at + width);
        }
    }

    private void reach(int at) {
        if (at >= 0 && at < seen.length && !seen[at] && member.test(at)) {
            seen[at] = true;
            if (size == piece.length) {
                piece = Arrays.copyOf(piece, 2 * size);
            }
            piece[size++] = at;
        }
    }

    /** A pixel of the last piece, as its place in the picture. */
    int pixel(int at) {
        return piece[at];
    }
}
