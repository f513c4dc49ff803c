package org.photoledger.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.photoledger.image.Luma;

/** Finds lines of text: PP-OCRv4's DBNet on the picture shrunk to a fixed long side. */
final class TextDetector implements AutoCloseable {

    /** DBNet halves its input five times. */
    private static final int GRID = 32;

    /** More patches of paper than this are a pattern. */
    private static final int MOST_PATCHES = 2;

    // ImageNet's means and deviations, which the model was trained with; channel order B, G, R
    private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
    private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};

    private final Model model;
    private final int longSide;
    private final double leastScore;

    TextDetector(Model model, int longSide, double leastScore) {
        this.model = model;
        this.longSide = longSide;
        this.leastScore = leastScore;
    }

    /** Lines in pixels of the picture, from top to bottom; at most so many. */
    List<DetectedText> detect(Luma picture, int most) {
        Luma seen = onGrid(picture.boxShrunk(longSide));
        ProbabilityMap map = map(seen);
        List<DetectedText> found = new ArrayList<>(lines(picture, map, most));
        for (Bounds patch : PaperPatches.of(seen, map::covers, MOST_PATCHES)) {
            Bounds part = patch.scaledTo(picture.width(), picture.height(), seen.width(), seen.height());
            found.addAll(lookedAtNearby(picture, part, found, most));
        }
        return found.stream()
                .sorted(Comparator.comparingDouble(text -> text.box().middle().y()))
                .limit(most)
                .toList();
    }

    /** Lines of a part of the picture that are not among those found. */
    private List<DetectedText> lookedAtNearby(Luma picture, Bounds part, List<DetectedText> found, int most) {
        Luma near = picture.cropped(part.left(), part.top(), part.width(), part.height());
        return lines(near, map(onGrid(near.boxShrunk(longSide))), most).stream()
                .map(text -> new DetectedText(text.box().moved(part.left(), part.top()), text.score()))
                .filter(text -> found.stream().noneMatch(other -> isSame(text.box(), other.box())))
                .toList();
    }

    private static boolean isSame(TextBox one, TextBox other) {
        return one.holds(other.middle()) || other.holds(one.middle());
    }

    private List<DetectedText> lines(Luma picture, ProbabilityMap map, int most) {
        double across = (double) picture.width() / map.width();
        double down = (double) picture.height() / map.height();
        return map.places(leastScore, most).stream()
                .flatMap(place -> StackedLines.of(picture, place.box().scaled(across, down)).stream()
                        .map(line -> new DetectedText(line, place.score())))
                .limit(most)
                .toList();
    }

    private ProbabilityMap map(Luma seen) {
        Model.Output output = model.run(input(seen), 1, 3, seen.height(), seen.width());
        return new ProbabilityMap(output.values(), seen.width(), seen.height());
    }

    private static int onGrid(double size) {
        return (int) Math.max(GRID, GRID * Math.round(size / GRID));
    }

    /** A picture of 4:3 is on the grid already, which is most of them. */
    private static Luma onGrid(Luma shrunk) {
        int width = onGrid(shrunk.width());
        int height = onGrid(shrunk.height());
        if (shrunk.width() == width && shrunk.height() == height) {
            return shrunk;
        }
        Corner end = new Corner(shrunk.width(), 0);
        Corner far = new Corner(shrunk.width(), shrunk.height());
        TextBox whole = new TextBox(new Corner(0, 0), end, far, new Corner(0, shrunk.height()));
        return LineCrop.of(shrunk, whole, height, width, width);
    }

    private static float[] input(Luma seen) {
        float[] grey = seen.samples();
        float[] input = new float[3 * grey.length];
        for (int channel = 0; channel < 3; channel++) {
            float[] plane = plane(grey, MEAN[channel], DEVIATION[channel]);
            System.arraycopy(plane, 0, input, channel * grey.length, grey.length);
        }
        return input;
    }

    /** An array of its own: the same place read and written is what the compiler turns into wide instructions. */
    private static float[] plane(float[] grey, float mean, float deviation) {
        float[] plane = new float[grey.length];
        for (int at = 0; at < grey.length; at++) {
            plane[at] = (grey[at] / 255 - mean) / deviation;
        }
        return plane;
    }

    @Override
    public void close() {
        model.close();
    }
}
