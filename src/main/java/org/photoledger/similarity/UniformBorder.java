package org.photoledger.similarity;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import org.photoledger.image.Luma;

/**
 * What a picture shows inside a uniform border: a frame, the bars of a phone's screenshot. A row or column belongs to the
 * border while nearly all its samples have the brightness of the outermost one; the rest may be a clock or a button in a bar.
 */
public final class UniformBorder {

    /** Trimmed by less, the hash of the whole finds it. */
    private static final double LEAST_TRIMMED = 0.02;

    /** A picture across a phone held upright is a quarter of its screen. */
    private static final double MOST_TRIMMED = 0.8;

    /** Noise of the coding, in steps of brightness. */
    private static final float TOLERANCE = 10;

    /** Of a row's samples, those that may be signs in a bar. */
    private static final double MOST_SIGNS = 0.2;

    private UniformBorder() {}

    /** The picture without its border; empty if it has none of 2 to 80 percent of its area. */
    public static Optional<Luma> trimmed(Luma picture) {
        int top = depth(picture.height(), picture.width(), y -> x -> picture.at(x, y));
        int bottom = depth(picture.height() - top, picture.width(), y -> x -> picture.at(x, picture.height() - 1 - y));
        int height = picture.height() - top - bottom;
        int left = depth(picture.width(), height, x -> y -> picture.at(x, top + y));
        int right = depth(picture.width() - left, height, x -> y -> picture.at(picture.width() - 1 - x, top + y));
        int width = picture.width() - left - right;
        double trimmed = 1 - (double) width * height / ((double) picture.width() * picture.height());
        return trimmed < LEAST_TRIMMED || trimmed > MOST_TRIMMED
                ? Optional.empty()
                : Optional.of(picture.cropped(left, top, width, height));
    }

    /** Brightness along a row or column. */
    private interface Line {
        float at(int place);
    }

    /** How many lines, from the outermost inwards, belong to a border. */
    private static int depth(int lines, int length, IntFunction<Line> line) {
        if (length == 0) {
            return 0;
        }
        float[] outermost = samples(line.apply(0), length);
        Arrays.sort(outermost);
        float brightness = outermost[length / 2];
        int depth = 0;
        while (depth < lines && signs(samples(line.apply(depth), length), brightness) <= MOST_SIGNS) {
            depth++;
        }
        return depth;
    }

    private static float[] samples(Line line, int length) {
        float[] samples = new float[length];
        for (int at = 0; at < length; at++) {
            samples[at] = line.at(at);
        }
        return samples;
    }

    /** The share of samples that have another brightness. */
    private static double signs(float[] samples, float brightness) {
        int signs = 0;
        for (float sample : samples) {
            signs += Math.abs(sample - brightness) > TOLERANCE ? 1 : 0;
        }
        return (double) signs / samples.length;
    }
}
