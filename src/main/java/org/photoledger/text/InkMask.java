package org.photoledger.text;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
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
        boolean[] seen = new boolean[ink.length];
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y += Math.max(1, height - 1)) {
                List<Integer> piece = piece(y * width + x, seen);
                if (isEdge(piece, left, right)) {
                    piece.forEach(at -> kept[at] = false);
                }
            }
        }
        return new InkMask(width, height, kept, contrast);
    }

    /** What is low is a dot of a tilted line. */
    private boolean isEdge(List<Integer> piece, int left, int right) {
        IntSummaryStatistics rows = piece.stream().mapToInt(at -> at / width).summaryStatistics();
        double middle = piece.stream().mapToInt(at -> at % width).average().orElse(left);
        return rows.getMax() - rows.getMin() > height / 2 && (middle < left || middle >= right);
    }

    /** How many pieces of connected ink of at least so many pixels there are. */
    int pieces(int pixels) {
        boolean[] seen = new boolean[ink.length];
        int pieces = 0;
        for (int at = 0; at < ink.length; at++) {
            pieces += piece(at, seen).size() >= pixels ? 1 : 0;
        }
        return pieces;
    }

    /** The connected ink around a pixel, as far as it was not seen before. */
    private List<Integer> piece(int start, boolean[] seen) {
        List<Integer> piece = new ArrayList<>();
        reach(start, seen, piece);
        for (int next = 0; next < piece.size(); next++) {
            int at = piece.get(next);
            for (int beside = -1; beside <= 1; beside++) {
                int x = at % width + beside;
                if (x >= 0 && x < width) {
                    reach(at - width + beside, seen, piece);
                    reach(at + beside, seen, piece);
                    reach(at + width + beside, seen, piece);
                }
            }
        }
        return piece;
    }

    private void reach(int at, boolean[] seen, List<Integer> piece) {
        if (at >= 0 && at < ink.length && ink[at] && !seen[at]) {
            seen[at] = true;
            piece.add(at);
        }
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
