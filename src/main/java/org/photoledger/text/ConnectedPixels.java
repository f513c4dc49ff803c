package org.photoledger.text;

import java.util.Arrays;

/** Takes the pixels of a picture that have something in common apart into connected pieces; no pixel is taken twice. */
final class ConnectedPixels {

    private final int width;
    private final boolean diagonally;
    private final boolean[] left;
    private int[] piece = new int[64];
    private int size;

    /**
     * Of a picture's pixels, row by row.
     *
     * @param members which pixels count; used up
     * @param diagonally whether neighbours at a corner are connected too
     */
    ConnectedPixels(boolean[] members, int width, boolean diagonally) {
        this.left = members;
        this.width = width;
        this.diagonally = diagonally;
    }

    /** Of the pixels whose values lie over a threshold. */
    static ConnectedPixels over(float threshold, float[] values, int width, boolean diagonally) {
        boolean[] members = new boolean[values.length];
        for (int at = 0; at < values.length; at++) {
            members[at] = values[at] > threshold;
        }
        return new ConnectedPixels(members, width, diagonally);
    }

    /** The first pixel from this place on that counts and was not taken; behind the last one where there is none. */
    int next(int from) {
        int at = from;
        while (at < left.length && !left[at]) {
            at++;
        }
        return at;
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
        if (at >= 0 && at < left.length && left[at]) {
            left[at] = false;
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
