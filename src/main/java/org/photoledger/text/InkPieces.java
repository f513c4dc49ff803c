package org.photoledger.text;

/** Takes a mask of ink apart into its connected pieces, one after the other; a diagonal neighbour is connected. */
final class InkPieces {

    private final boolean[] ink;
    private final int width;
    private final boolean[] seen;
    private final int[] piece;
    private int size;

    InkPieces(boolean[] ink, int width) {
        this.ink = ink;
        this.width = width;
        this.seen = new boolean[ink.length];
        this.piece = new int[ink.length];
    }

    /** Pixels of the piece around one; 0 where there is none or it was taken before. */
    int around(int start) {
        size = 0;
        reach(start);
        for (int next = 0; next < size; next++) {
            int at = piece[next];
            int x = at % width;
            for (int beside = x > 0 ? -1 : 0; beside <= (x < width - 1 ? 1 : 0); beside++) {
                reach(at - width + beside);
                reach(at + beside);
                reach(at + width + beside);
            }
        }
        return size;
    }

    private void reach(int at) {
        if (at >= 0 && at < ink.length && ink[at] && !seen[at]) {
            seen[at] = true;
            piece[size++] = at;
        }
    }

    /** A pixel of the last piece, as its place in the mask. */
    int pixel(int at) {
        return piece[at];
    }
}
