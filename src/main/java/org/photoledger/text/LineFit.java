package org.photoledger.text;

import org.photoledger.image.Luma;

/**
 * Fits a detected box to the ink of its line: the detector sees small writing at a few pixels, so that its boxes lose a
 * first or last digit, hold a slice of the next line or leave wide margins.
 */
final class LineFit {

    private static final int HEIGHT = 48;
    private static final int MOST_WIDTH = 1_600;

    /** How far beyond each end ink is looked for, in heights of the box. */
    private static final double BEYOND = 1.5;

    /** The widest gap between two glyphs of a line, in heights of its ink. */
    private static final double WIDEST_GAP = 0.75;

    /** A column that is ink from top to bottom is an edge of something, not a glyph. */
    private static final double EDGE_SHARE = 0.9;

    /** A leaning edge is at least this share of a column's height. */
    private static final double LEAN_SHARE = 0.2;

    private static final double MARGIN = 0.15;
    private static final double LEAST_BAND = 0.2;
    private static final double LEAST_CONTRAST = 20;

    private LineFit() {}

    /** The fitted box; the box itself where its ink is not plain. */
    static TextBox fit(Luma picture, TextBox box) {
        double beyond = BEYOND * box.height() / Math.max(1, box.width());
        TextBox wide = box.part(-beyond, 0, 1 + beyond, 1);
        Luma crop = LineCrop.of(picture, wide, HEIGHT, HEIGHT, MOST_WIDTH);
        int start = (int) Math.round(crop.width() * beyond / (1 + 2 * beyond));
        InkMask ink = InkMask.of(crop, start, crop.width() - start);
        if (ink.contrast() < LEAST_CONTRAST) {
            return box;
        }
        Span rows = band(ink, start, crop.width() - start);
        if (rows.length() < LEAST_BAND * HEIGHT) {
            return box;
        }
        Span columns = extended(ink, rows, start, crop.width() - start);
        if (columns.length() < 2) {
            return box;
        }
        double margin = MARGIN * rows.length();
        return wide.part(
                (columns.from - margin) / crop.width(),
                (rows.from - margin) / HEIGHT,
                (columns.to + margin) / crop.width(),
                (rows.to + margin) / HEIGHT);
    }

    private record Span(int from, int to) {

        int length() {
            return to - from;
        }
    }

    /** The rows of the line itself: the run of inked rows with the most ink. */
    private static Span band(InkMask ink, int left, int right) {
        Span best = new Span(0, 0);
        int most = 0;
        int from = -1;
        int sum = 0;
        for (int y = 0; y <= ink.height(); y++) {
            int inked = y == ink.height() ? 0 : ink.inRow(y, left, right);
            if (inked > 0) {
                from = from < 0 ? y : from;
                sum += inked;
            } else if (from >= 0) {
                if (sum > most) {
                    most = sum;
                    best = new Span(from, y);
                }
                from = -1;
                sum = 0;
            }
        }
        return best;
    }

    /** The inked columns, grown beyond both ends while glyphs follow without a wide gap. */
    private static Span extended(InkMask all, Span rows, int left, int right) {
        InkMask ink = all.withoutEdges(left, right);
        int from = left;
        while (from < right && !glyph(ink, rows, from)) {
            from++;
        }
        int to = right;
        while (to > from && !glyph(ink, rows, to - 1)) {
            to--;
        }
        return new Span(grown(all, ink, rows, from, -1), grown(all, ink, rows, to - 1, 1) + 1);
    }

    private static int grown(InkMask all, InkMask ink, Span rows, int start, int direction) {
        int last = start;
        int widest = (int) Math.round(WIDEST_GAP * rows.length());
        for (int x = start + direction; x >= 0 && x < ink.width(); x += direction) {
            int inked = ink.inColumn(x, rows.from, rows.to);
            int edge = all.inColumn(x, rows.from, rows.to) - inked;
            // beyond the paper's edge no glyph of this line stands
            if (inked >= EDGE_SHARE * rows.length() || edge >= LEAN_SHARE * rows.length()) {
                return last;
            }
            if (inked > 0) {
                last = x;
            } else if (Math.abs(x - last) > widest) {
                return last;
            }
        }
        return last;
    }

    private static boolean glyph(InkMask ink, Span rows, int x) {
        return ink.inColumn(x, rows.from, rows.to) > 0;
    }
}
