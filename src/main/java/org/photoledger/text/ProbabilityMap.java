package org.photoledger.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The detector's answer: for each pixel how probable text is. Boxes are taken from it as DBNet's authors do (Liao et al.,
 * AAAI 2020): connected places over a threshold, their smallest rectangle, grown by what training shrank.
 */
final class ProbabilityMap {

    private static final float PIXEL = 0.3f;
    private static final double COVERED = 0.2;
    private static final double GROWTH = 1.6;
    private static final double LEAST_SIDE = 3;

    private final float[] probabilities;
    private final int width;

    ProbabilityMap(float[] probabilities, int width, int height) {
        this.probabilities = probabilities;
        this.width = width;
    }

    int width() {
        return width;
    }

    int height() {
        return probabilities.length / width;
    }

    /** Places of at least this score, in map pixels, from top to bottom; at most so many. */
    List<DetectedText> places(double leastScore, int most) {
        List<DetectedText> places = new ArrayList<>();
        ConnectedPixels text = ConnectedPixels.over(PIXEL, probabilities, width, false);
        for (int at = text.next(0); at < probabilities.length && places.size() < most; at = text.next(at)) {
            Component component = component(text, text.around(at));
            TextBox tight = SmallestBox.around(component.outline);
            boolean large = Math.min(tight.width(), tight.height()) >= LEAST_SIDE;
            if (large && component.score() >= leastScore) {
                places.add(new DetectedText(grown(tight), component.score()));
            }
        }
        return places;
    }

    /** Whether the detector sees text on a good part of these map pixels. */
    boolean covers(Bounds bounds) {
        int count = 0;
        for (int y = bounds.top(); y < bounds.bottom(); y++) {
            for (int x = bounds.left(); x < bounds.right(); x++) {
                count += probabilities[y * width + x] > PIXEL ? 1 : 0;
            }
        }
        return count > COVERED * bounds.width() * bounds.height();
    }

    /** The pixels of one connected place: ends of its rows, and the sum of its probabilities. */
    private static final class Component {

        private final List<Corner> outline = new ArrayList<>();
        private double sum;
        private int pixels;

        double score() {
            return sum / pixels;
        }
    }

    private Component component(ConnectedPixels text, int size) {
        Component component = new Component();
        for (int at = 0; at < size; at++) {
            take(component, text.pixel(at));
        }
        return component;
    }

    private void take(Component component, int at) {
        component.sum += probabilities[at];
        component.pixels++;
        int x = at % width;
        boolean inside = x > 0 && x < width - 1 && probabilities[at - 1] > PIXEL && probabilities[at + 1] > PIXEL;
        if (!inside) {
            int y = at / width;
            component.outline.add(new Corner(x, y));
            component.outline.add(new Corner(x + 1, y + 1));
            component.outline.add(new Corner(x + 1, y));
            component.outline.add(new Corner(x, y + 1));
        }
    }

    /** Grown on all sides by area times ratio over perimeter, as the training shrank it. */
    private static TextBox grown(TextBox box) {
        double by = box.width() * box.height() * GROWTH / (2 * (box.width() + box.height()));
        double across = by / box.width();
        double down = by / box.height();
        TextBox wide = new TextBox(
                box.topStart().towards(box.topEnd(), -across),
                box.topEnd().towards(box.topStart(), -across),
                box.bottomEnd().towards(box.bottomStart(), -across),
                box.bottomStart().towards(box.bottomEnd(), -across));
        return new TextBox(
                wide.topStart().towards(wide.bottomStart(), -down),
                wide.topEnd().towards(wide.bottomEnd(), -down),
                wide.bottomEnd().towards(wide.topEnd(), -down),
                wide.bottomStart().towards(wide.topStart(), -down));
    }
}
