package org.photoledger.testing.samples;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A neutral place: a room, a table, a street or a garden, with things in it and never a person.
 *
 * @param card digits on a white card, null for none
 * @param label Arabic words on a typed white label, null for none
 * @param moment seconds since the first frame: one thing moves a little
 */
record Scene(
        long seed,
        int width,
        int height,
        @Nullable String card,
        @Nullable String label,
        int moment) {

    static Scene of(long seed) {
        return new Scene(seed, 640, 480, null, null, 0);
    }

    Scene card(String digits) {
        return new Scene(seed, width, height, digits, label, moment);
    }

    Scene label(String words) {
        return new Scene(seed, width, height, card, words, moment);
    }

    Scene at(int second) {
        return new Scene(seed, width, height, card, label, second);
    }

    Scene sized(int newWidth, int newHeight) {
        return new Scene(seed, newWidth, newHeight, card, label, moment);
    }

    BufferedImage drawn() {
        Random random = new Random(seed);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Color wall = muted(random);
        pen.setPaint(new GradientPaint(0, 0, wall.brighter(), width, height, wall.darker()));
        pen.fillRect(0, 0, width, height);
        int horizon = height / 2 + random.nextInt(height / 6);
        pen.setColor(muted(random));
        pen.fillRect(0, horizon, width, height - horizon);
        for (int thing = 0; thing < 14; thing++) {
            thing(pen, random, horizon);
        }
        pen.setColor(new Color(90, 60, 40));
        pen.fillOval(width / 5 + moment * width / 80, horizon - height / 12, width / 9, height / 9);
        grain(picture, random);
        card(pen);
        label(pen);
        pen.dispose();
        return picture;
    }

    private static Color muted(Random random) {
        return new Color(70 + random.nextInt(120), 70 + random.nextInt(120), 70 + random.nextInt(120));
    }

    /** A box with a lit side, a pot, a plank or a plant. */
    private void thing(Graphics2D pen, Random random, int horizon) {
        int w = width / 14 + random.nextInt(width / 6);
        int h = height / 14 + random.nextInt(height / 4);
        int x = random.nextInt(width);
        int y = horizon - h / 2 + random.nextInt(height - horizon);
        Color colour = muted(random);
        pen.setColor(colour);
        switch (random.nextInt(4)) {
            case 0 -> {
                pen.fillRect(x, y, w, h);
                pen.setColor(colour.darker());
                pen.fillPolygon(
                        new int[] {x + w, x + w + w / 4, x + w + w / 4, x + w},
                        new int[] {y, y - h / 5, y + h - h / 5, y + h},
                        4);
            }
            case 1 -> pen.fillOval(x, y, w, h);
            case 2 -> pen.fillRoundRect(x, y, 2 * w, h / 4 + 4, 12, 12);
            default -> {
                for (int leaf = 0; leaf < 6; leaf++) {
                    pen.fillArc(x, y, w, h, leaf * 60, 35);
                }
            }
        }
    }

    private static void grain(BufferedImage picture, Random random) {
        for (int y = 0; y < picture.getHeight(); y += 2) {
            for (int x = 0; x < picture.getWidth(); x += 2) {
                int shift = random.nextInt(7) - 3;
                Color colour = new Color(picture.getRGB(x, y));
                picture.setRGB(
                        x,
                        y,
                        new Color(
                                        level(colour.getRed() + shift),
                                        level(colour.getGreen() + shift),
                                        level(colour.getBlue() + shift))
                                .getRGB());
            }
        }
    }

    private static int level(int value) {
        return Math.max(0, Math.min(255, value));
    }

    private void card(Graphics2D pen) {
        if (card != null) {
            note(pen, card, width / 2.0, height * 0.62, height / 10.0);
        }
    }

    private void label(Graphics2D pen) {
        if (label != null) {
            note(pen, label, width / 12.0, height / 14.0, height / 16.0);
        }
    }

    private static void note(Graphics2D pen, String line, double x, double y, double glyphHeight) {
        double margin = glyphHeight * 0.6;
        pen.setColor(new Color(245, 245, 240));
        pen.fillRect((int) x, (int) y, (int) (Glyphs.width(line, glyphHeight) + 2 * margin), (int)
                (glyphHeight + 2 * margin));
        pen.setColor(new Color(25, 25, 35));
        Glyphs.draw(pen, line, x + margin, y + margin, glyphHeight);
    }
}
