package org.photoledger.text;

import org.photoledger.image.Luma;

/** Which pixels of a line are ink: those on the rarer side of the threshold that parts its tones best (Otsu, IEEE SMC 9, 1979). */
final class InkMask {

    private final int width;
    private final int height;
    private final boolean[] ink;
    private final double contrast;

    private InkMask(int width, int height, boolean[] ink, double contrast) {
        this.width = width;
        this.height = height;
        this.ink = ink;
        this.contrast = contrast;
    }

    /** The threshold and which side is ink are judged by the columns from left to right alone. */
    static InkMask of(Luma line, int left, int right) {
        int[] histogram = new int[256];
        for (int y = 0; y < line.height(); y++) {
            for (int x = left; x < right; x++) {
                histogram[level(line.at(x, y))]++;
            }
        }
        int threshold = threshold(histogram);
        double dark = mean(histogram, 0, threshold + 1);
        double light = mean(histogram, threshold + 1, 256);
        boolean darkIsInk = count(histogram, 0, threshold + 1) <= count(histogram, threshold + 1, 256);
        boolean[] ink = new boolean[line.width() * line.height()];
        for (int at = 0; at < ink.length; at++) {
            boolean below = level(line.at(at % line.width(), at / line.width())) <= threshold;
            ink[at] = below == darkIsInk;
        }
        return new InkMask(line.width(), line.height(), ink, light - dark);
    }

    private static int level(float value) {
        return Math.max(0, Math.min(255, Math.round(value)));
    }

    private static int threshold(int[] histogram) {
        double all = count(histogram, 0, 256);
        double sum = all * mean(histogram, 0, 256);
        double below = 0;
        double sumBelow = 0;
        int best = 127;
        double most = -1;
        for (int at = 0; at < 255; at++) {
            below += histogram[at];
            sumBelow += (double) at * histogram[at];
            double above = all - below;
            double apart = (sum - sumBelow) / Math.max(1, above) - sumBelow / Math.max(1, below);
            double between = below * above * apart * apart;
            if (between > most) {
                most = between;
                best = at;
            }
        }
        return best;
    }

    private static long count(int[] histogram, int from, int to) {
        long count = 0;
        for (int at = from; at < to; at++) {
            count += histogram[at];
        }
        return count;
    }

    private static double mean(int[] histogram, int from, int to) {
        double sum = 0;
        for (int at = from; at < to; at++) {
            sum += (double) at * histogram[at];
        }
        return sum / Math.max(1, count(histogram, from, to));
    }

    /**
     * Without what stands beyond the columns from left to right and touches the upper or lower end: an edge of the paper
     * and what lies behind it. Glyphs of a line leave room above and below in a detector's box.
     */
    InkMask withoutEdges(int left, int right) {
        boolean[] kept = ink.clone();
        ConnectedPixels pieces = new ConnectedPixels(ink.clone(), width, true);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y += Math.max(1, height - 1)) {
                int size = pieces.around(y * width + x);
                if (isEdge(pieces, size, left, right)) {
                    for (int at = 0; at < size; at++) {
                        kept[pieces.pixel(at)] = false;
                    }
                }
            }
        }
        return new InkMask(width, height, kept, contrast);
    }

    /** What is low is a dot of a tilted line. */
    private boolean isEdge(ConnectedPixels pieces, int size, int left, int right) {
        int top = height;
        int bottom = 0;
        double sum = 0;
        for (int at = 0; at < size; at++) {
            int row = pieces.pixel(at) / width;
            top = Math.min(top, row);
            bottom = Math.max(bottom, row);
            sum += pieces.pixel(at) % width;
        }
        double middle = sum / Math.max(1, size);
        return bottom - top > height / 2 && (middle < left || middle >= right);
    }

    /** How many pieces of connected ink of at least so many pixels there are. */
    int pieces(int pixels) {
        ConnectedPixels pieces = new ConnectedPixels(ink.clone(), width, true);
        int count = 0;
        for (int at = pieces.next(0); at < ink.length; at = pieces.next(at)) {
            count += pieces.around(at) >= pixels ? 1 : 0;
        }
        return count;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Difference of the mean tones of paper and ink, 0 to 255. */
    double contrast() {
        return contrast;
    }

    boolean at(int x, int y) {
        return ink[y * width + x];
    }

    int inRow(int y, int left, int right) {
        int count = 0;
        for (int x = left; x < right; x++) {
            count += ink[y * width + x] ? 1 : 0;
        }
        return count;
    }

    int inColumn(int x, int top, int bottom) {
        int count = 0;
        for (int y = top; y < bottom; y++) {
            count += ink[y * width + x] ? 1 : 0;
        }
        return count;
    }
}
