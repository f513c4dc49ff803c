package org.photoledger.similarity;

import java.util.Random;
import org.photoledger.image.Luma;

/** A picture of blurred patches on a slope of light, different for each seed: as much structure as a photo has. */
final class DrawnScene {

    private static final int PATCHES = 40;

    private DrawnScene() {}

    static Luma of(long seed, int width, int height) {
        Random random = new Random(seed);
        float[] samples = new float[width * height];
        double slopeX = random.nextDouble() - 0.5;
        double slopeY = random.nextDouble() - 0.5;
        for (int at = 0; at < samples.length; at++) {
            samples[at] =
                    (float) (128 + 90 * (slopeX * (at % width) / width + slopeY * Math.floorDiv(at, width) / height));
        }
        for (int patch = 0; patch < PATCHES; patch++) {
            patch(samples, width, height, random);
        }
        return new Luma(width, height, samples);
    }

    private static void patch(float[] samples, int width, int height, Random random) {
        double x = random.nextDouble() * width;
        double y = random.nextDouble() * height;
        double radius = (0.02 + 0.15 * random.nextDouble()) * Math.min(width, height);
        double light = 200 * (random.nextDouble() - 0.5);
        for (int row = (int) Math.max(0, y - radius); row < Math.min(height, y + radius); row++) {
            for (int column = (int) Math.max(0, x - radius); column < Math.min(width, x + radius); column++) {
                double off = Math.hypot(column - x, row - y) / radius;
                int at = row * width + column;
                samples[at] = (float) Math.max(0, Math.min(255, samples[at] + light * Math.max(0, 1 - off * off)));
            }
        }
    }
}
