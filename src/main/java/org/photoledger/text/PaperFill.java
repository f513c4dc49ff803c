package org.photoledger.text;

import java.util.ArrayList;
import java.util.List;
import org.photoledger.image.Luma;

/** What is connected with a place and has about its paper's tone, within a window. */
final class PaperFill {

    private final Luma picture;
    private final Bounds window;
    private final float paper;
    private final float tolerance;
    private final int[] first;
    private final int[] last;
    private final boolean[] seen;

    private PaperFill(Luma picture, Bounds window, float paper, float tolerance) {
        this.picture = picture;
        this.window = window;
        this.paper = paper;
        this.tolerance = tolerance;
        this.first = new int[window.height()];
        this.last = new int[window.height()];
        java.util.Arrays.fill(first, Integer.MAX_VALUE);
        java.util.Arrays.fill(last, -1);
        this.seen = new boolean[window.width() * window.height()];
    }

    /** Filled from all paper of a place; its tone is the place's 85th percentile, ink being the darker part. */
    static PaperFill from(Luma picture, Bounds place, Bounds window, float tolerance) {
        float[] tones = new float[place.width() * place.height()];
        for (int at = 0; at < tones.length; at++) {
            tones[at] = picture.at(place.left() + at % place.width(), place.top() + at / place.width());
        }
        java.util.Arrays.sort(tones);
        PaperFill fill = new PaperFill(picture, window, tones[tones.length * 85 / 100], tolerance);
        for (int y = place.top(); y < place.bottom(); y++) {
            for (int x = place.left(); x < place.right(); x++) {
                fill.spread(x, y);
            }
        }
        return fill;
    }

    private void spread(int startX, int startY) {
        int[] stack = new int[256];
        int depth = push(stack, 0, startX, startY);
        while (depth > 0) {
            int at = stack[--depth];
            int x = window.left() + at % window.width();
            int y = window.top() + at / window.width();
            first[y - window.top()] = Math.min(first[y - window.top()], x);
            last[y - window.top()] = Math.max(last[y - window.top()], x);
            if (depth + 4 > stack.length) {
                stack = java.util.Arrays.copyOf(stack, 2 * stack.length);
            }
            depth = push(stack, depth, x - 1, y);
            depth = push(stack, depth, x + 1, y);
            depth = push(stack, depth, x, y - 1);
            depth = push(stack, depth, x, y + 1);
        }
    }

    private int push(int[] stack, int depth, int x, int y) {
        if (x < window.left() || y < window.top() || x >= window.right() || y >= window.bottom()) {
            return depth;
        }
        int at = (y - window.top()) * window.width() + x - window.left();
        if (seen[at] || Math.abs(picture.at(x, y) - paper) >= tolerance) {
            return depth;
        }
        seen[at] = true;
        stack[depth] = at;
        return depth + 1;
    }

    /** Pixels, what is enclosed from left and right counted in. */
    int area() {
        int area = 0;
        for (int row = 0; row < first.length; row++) {
            area += last[row] < 0 ? 0 : last[row] - first[row] + 1;
        }
        return area;
    }

    /** Share of the convex hull that is filled. */
    double convexity() {
        List<Corner> ends = new ArrayList<>();
        for (int row = 0; row < first.length; row++) {
            if (last[row] >= 0) {
                ends.add(new Corner(first[row], row));
                ends.add(new Corner(last[row] + 1, row));
                ends.add(new Corner(first[row], row + 1));
                ends.add(new Corner(last[row] + 1, row + 1));
            }
        }
        return ends.isEmpty() ? 0 : area() / ConvexHull.area(ConvexHull.of(ends));
    }

    /** The smallest upright rectangle around it. */
    Bounds bounds() {
        Bounds bounds = null;
        for (int row = 0; row < first.length; row++) {
            if (last[row] >= 0) {
                Bounds line = new Bounds(first[row], window.top() + row, last[row] + 1, window.top() + row + 1);
                bounds = bounds == null ? line : bounds.with(line);
            }
        }
        return bounds == null ? window : bounds;
    }
}
