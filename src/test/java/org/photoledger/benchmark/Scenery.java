package org.photoledger.benchmark;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Random;

/**
 * Something to be photographed: surfaces that hide one another, many small and few large ones (the dead leaves of A. Lee,
 * D. Mumford, J. Huang, Occlusion Models for Natural Images, 2001: edges and spectrum of natural images), each rough with
 * 1/f noise, seen through a lens that is never quite sharp. A little larger than a photo, so that frames can be shifted.
 */
final class Scenery {

    private static final double MARGIN = 0.04;
    private static final int LEAVES = 1200;
    private static final double SMALLEST = 1 / 150.0;
    private static final double LARGEST = 1 / 2.5;

    private final BufferedImage picture;
    private final int marginX;
    private final int marginY;

    private Scenery(BufferedImage picture, int marginX, int marginY) {
        this.picture = picture;
        this.marginX = marginX;
        this.marginY = marginY;
    }

    static Scenery of(Camera camera, float[] tile, Random random) {
        int marginX = (int) (camera.width() * MARGIN);
        int marginY = (int) (camera.height() * MARGIN);
        BufferedImage picture = new BufferedImage(
                camera.width() + 2 * marginX, camera.height() + 2 * marginY, BufferedImage.TYPE_INT_RGB);
        drawLeaves(picture, random);
        roughen(picture, tile, 3 + 11 * random.nextDouble(), random);
        return new Scenery(picture, marginX, marginY);
    }

    private static void drawLeaves(BufferedImage picture, Random random) {
        Graphics2D pen = picture.createGraphics();
        double side = Math.max(picture.getWidth(), picture.getHeight());
        pen.setColor(muted(random));
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        for (int leaf = 0; leaf < LEAVES; leaf++) {
            double x = random.nextDouble() * picture.getWidth();
            double y = random.nextDouble() * picture.getHeight();
            // density of radii r to the power of -3, which makes all scales alike
            double share = SMALLEST / LARGEST;
            double radius = side * SMALLEST / Math.sqrt(1 - random.nextDouble() * (1 - share * share));
            leaf(pen, x, y, radius, random);
        }
        pen.dispose();
    }

    private static void leaf(Graphics2D pen, double x, double y, double radius, Random random) {
        Color colour = muted(random);
        pen.setPaint(
                radius < 40
                        ? colour
                        : new GradientPaint(
                                (float) (x - radius),
                                (float) y,
                                colour,
                                (float) (x + radius),
                                (float) y,
                                dimmed(colour)));
        double flat = 0.4 + 0.6 * random.nextDouble();
        if (random.nextBoolean()) {
            pen.fill(new Ellipse2D.Double(x - radius, y - flat * radius, 2 * radius, 2 * flat * radius));
        } else {
            pen.fill(slab(x, y, radius, flat * radius, random.nextDouble() * Math.PI));
        }
    }

    private static Polygon slab(double x, double y, double half, double halfThick, double angle) {
        Polygon slab = new Polygon();
        for (int corner = 0; corner < 4; corner++) {
            double across = corner == 0 || corner == 3 ? -half : half;
            double down = corner < 2 ? -halfThick : halfThick;
            slab.addPoint((int) (x + across * Math.cos(angle) - down * Math.sin(angle)), (int)
                    (y + across * Math.sin(angle) + down * Math.cos(angle)));
        }
        return slab;
    }

    private static Color muted(Random random) {
        int grey = 30 + random.nextInt(170);
        return new Color(tinted(grey, random), tinted(grey, random), tinted(grey, random));
    }

    private static int tinted(int grey, Random random) {
        return Math.max(0, Math.min(255, grey + random.nextInt(51) - 25));
    }

    private static Color dimmed(Color colour) {
        return new Color(colour.getRed() * 7 / 10, colour.getGreen() * 7 / 10, colour.getBlue() * 7 / 10);
    }

    /** In place: the mean of each pixel with its right and lower neighbours, and the noise of the surfaces. */
    private static void roughen(BufferedImage picture, float[] tile, double strength, Random random) {
        int[] pixels = pixels(picture);
        int width = picture.getWidth();
        int fromX = random.nextInt(Grain.SIDE);
        int fromY = random.nextInt(Grain.SIDE);
        for (int at = 0; at + width + 1 < pixels.length; at++) {
            int x = (at % width + fromX) & (Grain.SIDE - 1);
            int y = (at / width + fromY) & (Grain.SIDE - 1);
            int rough = (int) (strength * tile[y * Grain.SIDE + x]);
            pixels[at] = brighter(mean(pixels[at], pixels[at + 1], pixels[at + width], pixels[at + width + 1]), rough);
        }
    }

    private static int mean(int a, int b, int c, int d) {
        int outer = (a & 0xff00ff) + (b & 0xff00ff) + (c & 0xff00ff) + (d & 0xff00ff);
        int green = (a & 0xff00) + (b & 0xff00) + (c & 0xff00) + (d & 0xff00);
        return ((outer >>> 2) & 0xff00ff) | ((green >>> 2) & 0xff00);
    }

    static int brighter(int rgb, int by) {
        int red = level(((rgb >> 16) & 0xff) + by);
        int green = level(((rgb >> 8) & 0xff) + by);
        return (red << 16) | (green << 8) | level((rgb & 0xff) + by);
    }

    private static int level(int value) {
        return value < 0 ? 0 : Math.min(value, 255);
    }

    static int[] pixels(BufferedImage picture) {
        return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    }

    /** What a camera of this size sees from a place that is so much off the middle, -1 to 1 each way. */
    BufferedImage seen(double right, double down) {
        int width = picture.getWidth() - 2 * marginX;
        int height = picture.getHeight() - 2 * marginY;
        int left = (int) (marginX * (1 + right));
        int top = (int) (marginY * (1 + down));
        BufferedImage seen = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            System.arraycopy(pixels(picture), (top + y) * picture.getWidth() + left, pixels(seen), y * width, width);
        }
        return seen;
    }
}
