package org.photoledger.text;

import java.util.ArrayList;
import java.util.List;
import org.photoledger.image.Luma;

/** What is connected with a place and has about its paper's tone, within a window. */
final class PaperFill {

    private final Bounds window;
    private final int[] first;
    private final int[] last;

    private PaperFill(Bounds window) {
        this.window = window;
        this.first = new int[window.height()];
        this.last = new int[window.height()];
        java.util.Arrays.fill(first, Integer.MAX_VALUE);
        java.util.Arrays.fill(last, -1);
    }

    /** Filled from all paper of a place; its tone is the place's 85th percentile, ink being the darker part. */
    static PaperFill from(Luma picture, Bounds place, Bounds window, float tolerance) {
        float[] tones = new float[place.width() * place.height()];
        for (int at = 0; at < tones.length; at++) {
            tones[at] = picture.at(place.left() + at % place.width(), place.top() + at / place.width());
        }
        java.util.Arrays.sort(tones);
        float paper = tones[tones.length * 85 / 100];
        PaperFill fill = new PaperFill(window);
        fill.spread(ofTone(picture, window, paper, tolerance), place);
        return fill;
    }

    private static ConnectedPixels ofTone(Luma picture, Bounds window, float paper, float tolerance) {
        int width = window.width();
        boolean[] members = new boolean[width * window.height()];
        for (int at = 0; at < members.length; at++) {
            float tone = picture.at(window.left() + at % width, window.top() + at / width);
            members[at] = Math.abs(tone - paper) < tolerance;
        }
        return new ConnectedPixels(members, width, false);
    }

    private void spread(ConnectedPixels ofPaper, Bounds place) {
        for (int y = place.top(); y < place.bottom(); y++) {
            for (int x = place.left(); x < place.right(); x++) {
                int size = ofPaper.around((y - window.top()) * window.width() + x - window.left());
                for (int at = 0; at < size; at++) {
                    take(ofPaper.pixel(at));
                }
            }
        }
    }

    private void take(int at) {
        int row = at / window.width();
        int x = window.left() + at % window.width();
        first[row] = Math.min(first[row], x);
        last[row] = Math.max(last[row], x);
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
