package org.photoledger.benchmark;

import java.util.Random;

/** Noise that repeats itself, made once and taken from anywhere: tiles with natural spectrum, and the grain of a sensor. */
final class Grain {

    static final int SIDE = 1024;

    private static final int FINEST = 9;
    private static final float WEAKER = 1.2f;

    private Grain() {}

    /**
     * A square of so many samples a side that fits itself at every edge, as strong in each octave as nature nearly is (1/f
     * amplitude); standard deviation 1.
     */
    static float[] tile(long seed) {
        Random random = new Random(seed);
        float[] tile = new float[SIDE * SIDE];
        for (int octave = 1; octave <= FINEST; octave++) {
            addOctave(tile, 1 << octave, (float) Math.pow(WEAKER, -octave), random);
        }
        return normal(tile);
    }

    private static void addOctave(float[] tile, int cells, float strength, Random random) {
        float[] grid = new float[cells * cells];
        for (int at = 0; at < grid.length; at++) {
            grid[at] = strength * (float) random.nextGaussian();
        }
        float step = (float) cells / SIDE;
        for (int at = 0; at < tile.length; at++) {
            int row = at / SIDE;
            tile[at] += between(grid, cells, at % SIDE * step, row * step);
        }
    }

    private static float between(float[] grid, int cells, float x, float y) {
        int left = (int) x;
        int top = ((int) y) * cells;
        int right = (left + 1) % cells;
        int bottom = ((int) y + 1) % cells * cells;
        float across = x - left;
        float down = y - (int) y;
        float upper = grid[top + left] * (1 - across) + grid[top + right] * across;
        float lower = grid[bottom + left] * (1 - across) + grid[bottom + right] * across;
        return upper * (1 - down) + lower * down;
    }

    private static float[] normal(float[] tile) {
        double squares = 0;
        for (float sample : tile) {
            squares += sample * sample;
        }
        float scale = (float) Math.sqrt(tile.length / squares);
        for (int at = 0; at < tile.length; at++) {
            tile[at] *= scale;
        }
        return tile;
    }

    /** Independent samples of this standard deviation in grey levels, a power of two of them. */
    static byte[] ofSensor(double deviation, long seed) {
        Random random = new Random(seed);
        byte[] grain = new byte[SIDE * SIDE];
        for (int at = 0; at < grain.length; at++) {
            grain[at] = (byte) Math.round(deviation * random.nextGaussian());
        }
        return grain;
    }
}
