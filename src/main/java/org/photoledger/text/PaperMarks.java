package org.photoledger.text;

import java.util.ArrayList;
import java.util.List;
import org.photoledger.image.Luma;

/**
 * Small dark marks on plain bright paper, as digits on a card are seen from afar: what a grey closing fills (black top-hat,
 * Serra 1982), each surrounded by paper of one tone.
 */
final class PaperMarks {

    /** Half the side of the closing's square, in steps that add up to it: strokes up to twice as wide are marks. */
    private static final int[] REACH = {1, 2, 2};

    /** Least darkness of ink below its paper, in grey levels. */
    private static final float INK = 40;

    private static final int LEAST_HEIGHT = 3;
    private static final int MOST_HEIGHT = 22;
    private static final int RING = 3;
    private static final int LEAST_RING = 20;
    private static final double LEAST_BRIGHTNESS = 150;
    private static final double MOST_SPREAD = 8;

    private final Luma picture;
    private final float[] depth;

    private PaperMarks(Luma picture) {
        this.picture = picture;
        this.depth = depth(picture);
    }

    /** The marks of a picture, in the order of their highest pixels. */
    static List<Bounds> of(Luma picture) {
        PaperMarks marks = new PaperMarks(picture);
        List<Bounds> found = new ArrayList<>();
        float[] depth = marks.depth;
        ConnectedPixels ink = ConnectedPixels.over(INK, depth, picture.width(), true);
        for (int at = ink.next(0); at < depth.length; at = ink.next(at)) {
            Bounds mark = marks.mark(ink, ink.around(at));
            if (isDigitSized(mark) && marks.standsOnPaper(mark)) {
                found.add(mark);
            }
        }
        return found;
    }

    private static boolean isDigitSized(Bounds mark) {
        return mark.height() >= LEAST_HEIGHT && mark.height() <= MOST_HEIGHT && mark.width() <= 2 * MOST_HEIGHT;
    }

    private Bounds mark(ConnectedPixels ink, int size) {
        Bounds bounds = at(ink.pixel(0));
        for (int at = 1; at < size; at++) {
            bounds = bounds.with(at(ink.pixel(at)));
        }
        return bounds;
    }

    private Bounds at(int pixel) {
        int x = pixel % picture.width();
        int y = pixel / picture.width();
        return new Bounds(x, y, x + 1, y + 1);
    }

    /** Whether what is around and between the ink is bright and of one tone. */
    private boolean standsOnPaper(Bounds mark) {
        Bounds around = mark.grown(RING, RING, picture.width(), picture.height());
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int y = around.top(); y < around.bottom(); y++) {
            for (int x = around.left(); x < around.right(); x++) {
                if (depth[y * picture.width() + x] <= INK / 3) {
                    double tone = picture.at(x, y);
                    sum += tone;
                    squares += tone * tone;
                    count++;
                }
            }
        }
        double mean = sum / Math.max(1, count);
        double variance = squares / Math.max(1, count) - mean * mean;
        return count >= LEAST_RING && mean >= LEAST_BRIGHTNESS && variance <= MOST_SPREAD * MOST_SPREAD;
    }

    /** How far each pixel lies below its closing: the darkest of the brightest tones within reach. */
    private static float[] depth(Luma picture) {
        float[] tones = picture.samples();
        float[] closed = tones.clone();
        brighten(closed, picture.width());
        negate(closed);
        brighten(closed, picture.width());
        for (int at = 0; at < tones.length; at++) {
            closed[at] = -closed[at] - tones[at];
        }
        return closed;
    }

    private static void negate(float[] tones) {
        for (int at = 0; at < tones.length; at++) {
            tones[at] = -tones[at];
        }
    }

    /** Lets each pixel be as bright as the brightest within reach; beyond the picture there is none. */
    private static void brighten(float[] tones, int width) {
        float[] beside = new float[tones.length];
        for (int row = 0; row < tones.length; row += width) {
            spread(tones, beside, row, width, 1);
        }
        spread(tones, beside, 0, tones.length, width);
    }

    private static void spread(float[] tones, float[] beside, int first, int count, int step) {
        for (int part : REACH) {
            take(tones, beside, first, first + part * step, count - part * step);
        }
        for (int part : REACH) {
            take(tones, beside, first + part * step, first, count - part * step);
        }
    }

    /** Brightens so many pixels by others; laid at the same places first, several are compared in one instruction. */
    private static void take(float[] tones, float[] beside, int to, int from, int count) {
        if (count <= 0) {
            return;
        }
        System.arraycopy(tones, from, beside, to, count);
        for (int at = to; at < to + count; at++) {
            tones[at] = Math.max(tones[at], beside[at]);
        }
    }
}
