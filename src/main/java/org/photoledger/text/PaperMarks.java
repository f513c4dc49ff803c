package org.photoledger.text;

import java.util.ArrayList;
import java.util.List;
import org.photoledger.image.Luma;

/**
 * Small dark marks on plain bright paper, as digits on a card are seen from afar: what a grey closing fills (black top-hat,
 * Serra 1982), each surrounded by paper of one tone.
 */
final class PaperMarks {

    /** Half the side of the closing's square: strokes up to twice as wide are marks. */
    private static final int REACH = 5;

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
    private final boolean[] seen;

    private PaperMarks(Luma picture) {
        this.picture = picture;
        this.depth = depth(picture);
        this.seen = new boolean[depth.length];
    }

    /** The marks of a picture, in the order of their highest pixels. */
    static List<Bounds> of(Luma picture) {
        PaperMarks marks = new PaperMarks(picture);
        List<Bounds> found = new ArrayList<>();
        for (int at = 0; at < marks.depth.length; at++) {
            if (marks.isInk(at)) {
                Bounds mark = marks.mark(at);
                if (isDigitSized(mark) && marks.standsOnPaper(mark)) {
                    found.add(mark);
                }
            }
        }
        return found;
    }

    private static boolean isDigitSized(Bounds mark) {
        return mark.height() >= LEAST_HEIGHT && mark.height() <= MOST_HEIGHT && mark.width() <= 2 * MOST_HEIGHT;
    }

    private boolean isInk(int at) {
        return depth[at] > INK && !seen[at];
    }

    /** The connected ink around a pixel. */
    private Bounds mark(int start) {
        int width = picture.width();
        Bounds bounds = new Bounds(start % width, start / width, start % width + 1, start / width + 1);
        int[] stack = new int[64];
        int waiting = 0;
        stack[waiting++] = start;
        seen[start] = true;
        while (waiting > 0) {
            int at = stack[--waiting];
            int x = at % width;
            int y = at / width;
            bounds = bounds.with(x, y);
            if (waiting + 8 > stack.length) {
                stack = java.util.Arrays.copyOf(stack, 2 * stack.length);
            }
            for (int beside = 0; beside < 9; beside++) {
                waiting = push(stack, waiting, x + beside % 3 - 1, y + beside / 3 - 1);
            }
        }
        return bounds;
    }

    private int push(int[] stack, int waiting, int x, int y) {
        if (x < 0 || y < 0 || x >= picture.width() || y >= picture.height()) {
            return waiting;
        }
        int at = y * picture.width() + x;
        if (!isInk(at)) {
            return waiting;
        }
        seen[at] = true;
        stack[waiting] = at;
        return waiting + 1;
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

    /** How far each pixel lies below its closing. */
    private static float[] depth(Luma picture) {
        float[] tones = picture.samples();
        float[] highest = extreme(tones, picture.width(), picture.height(), 1);
        float[] closed = extreme(highest, picture.width(), picture.height(), -1);
        for (int at = 0; at < tones.length; at++) {
            closed[at] -= tones[at];
        }
        return closed;
    }

    /** The largest (sign 1) or smallest (sign -1) tone within reach; beyond the picture there is none. */
    private static float[] extreme(float[] tones, int width, int height, int sign) {
        float[] across = new float[tones.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float most = sign * tones[y * width + x];
                for (int at = Math.max(0, x - REACH); at <= Math.min(width - 1, x + REACH); at++) {
                    most = Math.max(most, sign * tones[y * width + at]);
                }
                across[y * width + x] = most;
            }
        }
        float[] down = across.clone();
        for (int by = 1; by <= REACH; by++) {
            int offset = by * width;
            for (int at = offset; at < tones.length; at++) {
                down[at] = Math.max(down[at], across[at - offset]);
                down[at - offset] = Math.max(down[at - offset], across[at]);
            }
        }
        for (int at = 0; at < down.length; at++) {
            down[at] *= sign;
        }
        return down;
    }
}
