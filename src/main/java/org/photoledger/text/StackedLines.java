package org.photoledger.text;

import java.util.ArrayList;
import java.util.List;
import org.photoledger.image.Luma;

/**
 * Parts short lines that stand one above the other: two numbers of two digits on a card are one place to the detector,
 * as high as it is wide.
 */
final class StackedLines {

    private static final int HEIGHT = 64;
    private static final int MOST_WIDTH = 128;

    /** Places that are lower than this share of their width are lines. */
    private static final double STACK = 0.7;

    /** Degrees, the likeliest first. */
    private static final int[] ANGLES = {0, 4, -4, 8, -8, 12, -12, 16, -16};

    private static final double LEAST_LINE = 0.15;
    private static final double MARGIN = 0.25;

    private StackedLines() {}

    /** The lines from top to bottom; the box itself where it is no stack. */
    static List<TextBox> of(Luma picture, TextBox box) {
        if (box.height() < STACK * box.width()) {
            return List.of(box);
        }
        List<TextBox> best = List.of(box);
        double least = Double.MAX_VALUE;
        // a box as high as it is wide does not tell how its lines lean
        for (int angle : ANGLES) {
            List<TextBox> lines = parted(picture, box.leaning(angle));
            double height = lines.stream().mapToDouble(TextBox::height).sum();
            if (lines.size() > 1 && height < least) {
                best = lines;
                least = height;
            }
        }
        return best;
    }

    /** The lines as they stand in a box; none where it is no stack. */
    private static List<TextBox> parted(Luma picture, TextBox box) {
        Luma crop = LineCrop.of(picture, box, HEIGHT, 1, MOST_WIDTH);
        InkMask ink = InkMask.of(crop, 0, crop.width());
        List<TextBox> lines = new ArrayList<>();
        for (int[] rows : runs(ink)) {
            // a line that stands on end shows one glyph a row: it is no stack
            if (rows[1] - rows[0] < LEAST_LINE * HEIGHT || glyphs(ink, rows) < 2) {
                return List.of();
            }
            double margin = MARGIN * (rows[1] - rows[0]);
            lines.add(box.part(0, (rows[0] - margin) / HEIGHT, 1, (rows[1] + margin) / HEIGHT));
        }
        return lines;
    }

    /** First row and row after the last of each run of inked rows. */
    private static List<int[]> runs(InkMask ink) {
        List<int[]> runs = new ArrayList<>();
        int from = -1;
        for (int y = 0; y <= HEIGHT; y++) {
            boolean inked = y < HEIGHT && ink.inRow(y, 0, ink.width()) > 0;
            if (inked && from < 0) {
                from = y;
            } else if (!inked && from >= 0) {
                runs.add(new int[] {from, y});
                from = -1;
            }
        }
        return runs;
    }

    /** Runs of inked columns. */
    private static int glyphs(InkMask ink, int[] rows) {
        int glyphs = 0;
        boolean before = false;
        for (int x = 0; x < ink.width(); x++) {
            boolean inked = ink.inColumn(x, rows[0], rows[1]) > 0;
            glyphs += inked && !before ? 1 : 0;
            before = inked;
        }
        return glyphs;
    }
}
