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
        Luma shrunk = picture.boxShrunk(longSide);
        ProbabilityMap map = map(shrunk);
        List<DetectedText> found = new ArrayList<>(lines(picture, map, most));
        double across = (double) picture.width() / map.width();
        double down = (double) picture.height() / map.height();
        for (Bounds patch : PaperPatches.of(onGrid(shrunk, map.width(), map.height()), map::covers, MOST_PATCHES)) {
            found.addAll(lookedAtNearby(picture, patch.scaled(across, down), found, most));
        }
        return found.stream()
                .sorted(Comparator.comparingDouble(text -> text.box().middle().y()))
                .limit(most)
                .toList();
    }

    /** Lines of a part of the picture that are not among those found. */
    private List<DetectedText> lookedAtNearby(Luma picture, Bounds patch, List<DetectedText> found, int most) {
        // rounding up may lead a pixel beyond the picture
        Bounds part = patch.grown(0, 0, picture.width(), picture.height());
        Luma near = picture.cropped(part.left(), part.top(), part.width(), part.height());
        return lines(near, map(near.boxShrunk(longSide)), most).stream()
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

    private ProbabilityMap map(Luma shrunk) {
        int width = onGrid(shrunk.width());
        int height = onGrid(shrunk.height());
        Model.Output output = model.run(input(shrunk, width, height), 1, 3, height, width);
        return new ProbabilityMap(output.values(), width, height);
    }

    private static int onGrid(double size) {
        return (int) Math.max(GRID, GRID * Math.round(size / GRID));
    }

    /** A picture of 4:3 is on the grid already, which is most of them. */
    private static Luma onGrid(Luma shrunk, int width, int height) {
        if (shrunk.width() == width && shrunk.height() == height) {
            return shrunk;
        }
        Corner end = new Corner(shrunk.width(), 0);
        Corner far = new Corner(shrunk.width(), shrunk.height());
        TextBox whole = new TextBox(new Corner(0, 0), end, far, new Corner(0, shrunk.height()));
        return LineCrop.of(shrunk, whole, height, width, width);
    }

    private static float[] input(Luma shrunk, int width, int height) {
        float[] grey = onGrid(shrunk, width, height).samples();
        float[] input = new float[3 * grey.length];
        for (int channel = 0; channel < 3; channel++) {
            int start = channel * grey.length;
            for (int at = 0; at < grey.length; at++) {
                input[start + at] = (grey[at] / 255 - MEAN[channel]) / DEVIATION[channel];
            }
        }
        return input;
    }

    @Override
    public void close() {
        model.close();
    }
}
