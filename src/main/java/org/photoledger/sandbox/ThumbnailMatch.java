package org.photoledger.sandbox;

import java.util.List;
import java.util.stream.Stream;
import org.photoledger.image.Luma;

/**
 * How well a thumbnail shows its photo, some cameras' cutting a little off each side: the highest correlation (Pearson's, of
 * 32 x 32 area averages) with the photo cut by 0, 3 or 6 percent at any side. Of the 67 photos of the camera files with a
 * readable thumbnail every one has at least 0.95 with its own; of their 4,408 pairs with another's 99.9 % have less than 0.76.
 */
final class ThumbnailMatch {

    private static final int SIDE = 32;
    private static final int LONG_SIDE = 128;
    private static final List<Double> CUTS = List.of(0.0, 0.03, 0.06);

    private ThumbnailMatch() {}

    /** The highest correlation, -1 to 1. */
    static double best(Luma photo, Luma thumbnail) {
        Luma small = photo.boxShrunk(LONG_SIDE);
        float[] shown = thumbnail.stretched(SIDE, SIDE).samples();
        return cut(small)
                .mapToDouble(part -> correlation(part.stretched(SIDE, SIDE).samples(), shown))
                .max()
                .orElse(0);
    }

    private static Stream<Luma> cut(Luma photo) {
        return ranges(photo.width())
                .flatMap(across -> ranges(photo.height())
                        .map(down -> photo.cropped(across.start, down.start, across.length, down.length)));
    }

    /** What is left of a row or column. */
    private record Range(int start, int length) {}

    private static Stream<Range> ranges(int length) {
        return CUTS.stream()
                .flatMap(before -> CUTS.stream().map(after -> {
                    int start = (int) Math.round(before * length);
                    return new Range(start, length - start - (int) Math.round(after * length));
                }));
    }

    private static double correlation(float[] one, float[] other) {
        double meanOne = mean(one);
        double meanOther = mean(other);
        double both = 0;
        double squaresOne = 0;
        double squaresOther = 0;
        for (int at = 0; at < one.length; at++) {
            double first = one[at] - meanOne;
            double second = other[at] - meanOther;
            both += first * second;
            squaresOne += first * first;
            squaresOther += second * second;
        }
        return squaresOne == 0 || squaresOther == 0 ? 0 : both / Math.sqrt(squaresOne * squaresOther);
    }

    private static double mean(float[] samples) {
        double sum = 0;
        for (float sample : samples) {
            sum += sample;
        }
        return sum / samples.length;
    }
}
