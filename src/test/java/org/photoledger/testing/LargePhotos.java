package org.photoledger.testing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/** Draws textless photos of twelve megapixels for measurements: {@code LargePhotos FOLDER COUNT}; the same each time. */
public final class LargePhotos {

    private static final int WIDTH = 4000;
    private static final int HEIGHT = 3000;
    private static final int PICTURES = 20;

    private LargePhotos() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int count = Integer.parseInt(arguments[1]);
        for (int picture = 0; picture < Math.min(PICTURES, count); picture++) {
            byte[] jpeg = Pictures.jpeg(drawn(picture), 0.9f);
            for (int number = picture; number < count; number += PICTURES) {
                byte[] file = new Bytes()
                        .add(0xff, 0xd8)
                        .segment(0xfe, ("no " + number).getBytes(StandardCharsets.US_ASCII))
                        .add(java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length))
                        .array();
                Files.write(folder.resolve(String.format(Locale.ROOT, "photo-%04d.jpg", number)), file);
            }
        }
    }

    /** Eleven octaves of noise, each finer one weaker, and the grain of a sensor. */
    private static BufferedImage drawn(int seed) {
        Random random = new Random(seed);
        float[] tones = new float[WIDTH * HEIGHT];
        for (int octave = 1; octave <= 11; octave++) {
            addOctave(tones, 1 << octave, (float) (60 / Math.pow(1.55, octave)), random);
        }
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < tones.length; at++) {
            int tone = level(Math.round(120 + tones[at] * 1.3f) + random.nextInt(21) - 10);
            picture.setRGB(at % WIDTH, at / WIDTH, tone << 16 | level(tone * 9 / 10 + 10) << 8 | tone * 8 / 10);
        }
        return picture;
    }

    private static int level(int value) {
        return Math.max(0, Math.min(255, value));
    }

    private static void addOctave(float[] tones, int cells, float strength, Random random) {
        float[] grid = new float[(cells + 2) * (cells + 2)];
        for (int at = 0; at < grid.length; at++) {
            grid[at] = (float) random.nextGaussian();
        }
        for (int y = 0; y < HEIGHT; y++) {
            float gridY = (float) y * cells / HEIGHT;
            for (int x = 0; x < WIDTH; x++) {
                tones[y * WIDTH + x] += strength * between(grid, cells + 2, (float) x * cells / WIDTH, gridY);
            }
        }
    }

    private static float between(float[] grid, int stride, float x, float y) {
        int at = ((int) y) * stride + (int) x;
        float across = x - (int) x;
        float down = y - (int) y;
        float upper = grid[at] * (1 - across) + grid[at + 1] * across;
        float lower = grid[at + stride] * (1 - across) + grid[at + stride + 1] * across;
        return upper * (1 - down) + lower * down;
    }
}
