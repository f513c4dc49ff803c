package org.photoledger.similarity;

import org.photoledger.image.Luma;

/**
 * PDQ, written anew from the description of the algorithm (facebook/ThreatExchange, pdq): a tent filter, 64 x 64 samples,
 * the 16 x 16 lowest frequencies of their cosine transform, one bit for each above the median. PDQ's filter and samples lie
 * off the middle of their cells by an amount that depends on the picture's size, up to a third of a cell; at 320 x 320 both
 * lie in the middle, so that the hash depends neither on a copy's size nor on its turn (measured in src/docs/duplicates.md).
 */
public final class PdqHasher {

    /** The picture is box-shrunk to a long side of at most this before it is made a square and hashed. */
    public static final int LONG_SIDE = 512;

    /** Five samples to a cell, and an odd filter of three. */
    private static final int SQUARE = 320;

    private static final int SIDE = 64;
    private static final int FREQUENCIES = 16;
    private static final int LEAST_SIDE = 5;
    private static final float[][] COSINES = cosines();

    private PdqHasher() {}

    /** The hash of an upright picture; one with a side below 5 pixels gets the zero hash of quality 0. */
    public static PerceptualHash hash(Luma upright) {
        if (Math.min(upright.width(), upright.height()) < LEAST_SIDE) {
            return new PerceptualHash("0".repeat(64), 0);
        }
        return plain(upright.boxShrunk(LONG_SIDE).stretched(SQUARE, SQUARE));
    }

    /** The reference's hash, whatever the size. */
    static PerceptualHash plain(Luma small) {
        float[] filtered = JarosFilter.filter(small);
        float[][] samples = decimate(filtered, small.width(), small.height());
        return new PerceptualHash(hex(transform(samples)), quality(samples));
    }

    private static float[][] decimate(float[] filtered, int width, int height) {
        float[][] samples = new float[SIDE][SIDE];
        for (int i = 0; i < SIDE; i++) {
            int y = (int) ((i + 0.5) * height / SIDE);
            for (int j = 0; j < SIDE; j++) {
                int x = (int) ((j + 0.5) * width / SIDE);
                samples[i][j] = filtered[y * width + x];
            }
        }
        return samples;
    }

    /** Sum of gradients between neighbours, 0 to 100. */
    private static int quality(float[][] samples) {
        int sum = 0;
        for (int i = 0; i < SIDE; i++) {
            for (int j = 0; j + 1 < SIDE; j++) {
                sum += gradient(samples[j][i], samples[j + 1][i]) + gradient(samples[i][j], samples[i][j + 1]);
            }
        }
        return Math.min(100, sum / 90);
    }

    private static int gradient(float u, float v) {
        return Math.abs((int) ((u - v) * 100 / 255));
    }

    private static float[][] cosines() {
        float[][] cosines = new float[FREQUENCIES][SIDE];
        for (int i = 0; i < FREQUENCIES; i++) {
            for (int j = 0; j < SIDE; j++) {
                cosines[i][j] = (float) (Math.sqrt(2.0 / SIDE) * Math.cos(Math.PI / 2 / SIDE * (i + 1) * (2 * j + 1)));
            }
        }
        return cosines;
    }

    /** The 16 x 16 lowest frequencies but the constant one, row by row. */
    private static float[] transform(float[][] samples) {
        float[][] half = new float[FREQUENCIES][SIDE];
        for (int i = 0; i < FREQUENCIES; i++) {
            for (int j = 0; j < SIDE; j++) {
                half[i][j] = column(COSINES[i], samples, j);
            }
        }
        float[] frequencies = new float[FREQUENCIES * FREQUENCIES];
        for (int i = 0; i < FREQUENCIES; i++) {
            for (int j = 0; j < FREQUENCIES; j++) {
                frequencies[i * FREQUENCIES + j] = dot(half[i], COSINES[j]);
            }
        }
        return frequencies;
    }

    private static float column(float[] weights, float[][] samples, int column) {
        float sum = 0;
        for (int k = 0; k < SIDE; k++) {
            sum += weights[k] * samples[k][column];
        }
        return sum;
    }

    private static float dot(float[] one, float[] other) {
        float sum = 0;
        for (int k = 0; k < SIDE; k++) {
            sum += one[k] * other[k];
        }
        return sum;
    }

    private static String hex(float[] frequencies) {
        float[] sorted = frequencies.clone();
        java.util.Arrays.sort(sorted);
        float median = sorted[(sorted.length - 1) / 2];
        int[] words = new int[16];
        for (int bit = 0; bit < frequencies.length; bit++) {
            if (frequencies[bit] > median) {
                words[bit >> 4] |= 1 << (bit & 15);
            }
        }
        StringBuilder hex = new StringBuilder(64);
        for (int word = words.length - 1; word >= 0; word--) {
            hex.append(String.format(java.util.Locale.ROOT, "%04x", words[word]));
        }
        return hex.toString();
    }
}
