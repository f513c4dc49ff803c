package org.photoledger.similarity;

/**
 * What of a copy's thumb its original does not explain: both blurred by a mean of 3 x 3, the copy's gain and offset fitted by
 * least squares, the largest error left in any place, in standard deviations of the original (research: two re-encodings stay
 * below 0.15; a stamp, a caption, another moment stand out somewhere).
 */
public final class ThumbResidual {

    /** Up to this residual a near copy shows the same picture. */
    public static final double SAME_PICTURE = 0.15;

    /** A flatter original is not divided by less, so that noise is no difference. */
    private static final double LEAST_DEVIATION = 4;

    private static final int SIDE = Thumb.SIDE;

    private ThumbResidual() {}

    /** 0 for the same picture, brighter or darker; the copy has to be turned into the original's position. */
    public static double between(Thumb original, Thumb copy) {
        double[] expected = blurred(original);
        double[] given = blurred(copy);
        double meanExpected = mean(expected);
        double meanGiven = mean(given);
        double gain = gain(expected, meanExpected, given, meanGiven);
        double worst = 0;
        double squares = 0;
        for (int at = 0; at < expected.length; at++) {
            double deviation = expected[at] - meanExpected;
            squares += deviation * deviation;
            worst = Math.max(worst, Math.abs(deviation - gain * (given[at] - meanGiven)));
        }
        return worst / Math.max(LEAST_DEVIATION, Math.sqrt(squares / expected.length));
    }

    private static double gain(double[] expected, double meanExpected, double[] given, double meanGiven) {
        double both = 0;
        double squares = 0;
        for (int at = 0; at < expected.length; at++) {
            both += (given[at] - meanGiven) * (expected[at] - meanExpected);
            squares += (given[at] - meanGiven) * (given[at] - meanGiven);
        }
        return squares == 0 ? 0 : both / squares;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** The mean of each sample's 3 x 3 neighbours, edges repeated outwards. */
    private static double[] blurred(Thumb thumb) {
        double[] across = new double[SIDE * SIDE];
        double[] blurred = new double[SIDE * SIDE];
        for (int at = 0; at < across.length; at++) {
            int x = at % SIDE;
            int y = at / SIDE;
            across[at] = thumb.at(Math.max(0, x - 1), y) + thumb.at(x, y) + thumb.at(Math.min(SIDE - 1, x + 1), y);
        }
        for (int at = 0; at < across.length; at++) {
            int above = at < SIDE ? at : at - SIDE;
            int below = at + SIDE < across.length ? at + SIDE : at;
            blurred[at] = (across[above] + across[at] + across[below]) / 9;
        }
        return blurred;
    }
}
