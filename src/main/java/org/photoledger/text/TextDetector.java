package org.photoledger.text;

import java.util.List;
import org.photoledger.image.Luma;

/** Finds lines of text: PP-OCRv4's DBNet on the picture shrunk to a fixed long side. */
final class TextDetector implements AutoCloseable {

    /** DBNet halves its input five times. */
    private static final int GRID = 32;

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
        double scale = Math.min(1, (double) longSide / Math.max(picture.width(), picture.height()));
        int width = onGrid(picture.width() * scale);
        int height = onGrid(picture.height() * scale);
        Model.Output output = model.run(input(picture.boxShrunk(longSide), width, height), 1, 3, height, width);
        double across = (double) picture.width() / width;
        double down = (double) picture.height() / height;
        return new ProbabilityMap(output.values(), width, height)
                .places(leastScore, most).stream()
                        .flatMap(place -> StackedLines.of(picture, place.box().scaled(across, down)).stream()
                                .map(line -> new DetectedText(line, place.score())))
                        .limit(most)
                        .toList();
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
