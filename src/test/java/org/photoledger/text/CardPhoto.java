package org.photoledger.text;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A photo with a card in it: lines of text in given fonts, turned, seen in perspective, blurred, noisy. */
final class CardPhoto {

    /** A line that stands on the card, and where it stands in the photo. */
    record Line(String text, TextBox box) {

        /** Whether this point lies on the line or at most a quarter of its height off. */
        boolean holds(Corner point) {
            return box.part(0, -0.25, 1, 1.25).holds(point);
        }
    }

    private static final double LINE = 1.7;
    private static final double PADDING = 0.8;

    private final Random random;
    private final BufferedImage photo;
    private final List<Line> lines = new ArrayList<>();

    CardPhoto(BufferedImage background, int width, int height, Random random) {
        this.random = random;
        this.photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = photo.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        // as much of the background as has the photo's shape
        double scale = Math.min(background.getWidth() / (double) width, background.getHeight() / (double) height);
        int w = (int) (width * scale);
        int h = (int) (height * scale);
        int x = random.nextInt(background.getWidth() - w + 1);
        int y = random.nextInt(background.getHeight() - h + 1);
        pen.drawImage(background, 0, 0, width, height, x, y, x + w, y + h, null);
        pen.dispose();
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    /** Puts a card with these lines into the photo; its digits are so many pixels high. */
    void card(List<String> texts, List<Font> fonts, double digitHeight) {
        List<Shape> shapes = new ArrayList<>();
        double widest = 0;
        for (int at = 0; at < texts.size(); at++) {
            Shape shape = placed(texts.get(at), fonts.get(at), digitHeight, at);
            shapes.add(shape);
            widest = Math.max(widest, shape.getBounds2D().getMaxX());
        }
        double padding = PADDING * digitHeight;
        Rectangle2D card =
                new Rectangle2D.Double(0, 0, widest + padding, 2 * padding + texts.size() * digitHeight * LINE);
        Perspective seen = new Perspective(card, corners(card.getWidth(), card.getHeight()));
        Graphics2D pen = photo.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        paper(pen, seen.of((Shape) card), digitHeight);
        int ink = random.nextInt(70);
        pen.setColor(new Color(ink, ink, ink + random.nextInt(60)));
        for (int at = 0; at < texts.size(); at++) {
            pen.fill(seen.of(shapes.get(at)));
            lines.add(new Line(texts.get(at), seen.of(shapes.get(at).getBounds2D())));
        }
        pen.dispose();
    }

    private static Shape placed(String text, Font font, double digitHeight, int row) {
        // digits (or capitals) of every font at the same height, whatever its em is
        String measure = text.charAt(0) > 0x250 ? "١٢٣٦" : "5";
        double high = PrintedLine.outline(measure, font).getBounds2D().getHeight();
        Shape shape = PrintedLine.outline(text, font.deriveFont((float) (font.getSize2D() * digitHeight / high)));
        Rectangle2D box = shape.getBounds2D();
        return AffineTransform.getTranslateInstance(
                        PADDING * digitHeight - box.getX(), (PADDING + row * LINE + 0.35) * digitHeight - box.getY())
                .createTransformedShape(shape);
    }

    private void paper(Graphics2D pen, Shape card, double digitHeight) {
        int light = 215 + random.nextInt(40);
        pen.setColor(new Color(light, light, light - random.nextInt(25)));
        pen.fill(card);
        pen.setColor(new Color(90, 90, 90));
        pen.setStroke(new BasicStroke((float) (digitHeight / 30)));
        pen.draw(card);
    }

    /** Somewhere inside, turned up to 14 degrees; each corner moved by up to 5 % of the card's sides: perspective. */
    private Corner[] corners(double width, double height) {
        double angle = Math.toRadians(random.nextDouble() * 28 - 14);
        double left = photo.getWidth() * 0.15;
        double top = photo.getHeight() * 0.2;
        AffineTransform place = AffineTransform.getTranslateInstance(
                left + random.nextDouble() * Math.max(1, photo.getWidth() * 0.8 - left - width),
                top + random.nextDouble() * Math.max(1, photo.getHeight() * 0.75 - top - height));
        place.rotate(angle);
        place.shear(random.nextDouble() * 0.2 - 0.1, 0);
        double[] at = {0, 0, width, 0, width, height, 0, height};
        for (int corner = 0; corner < 8; corner++) {
            at[corner] += (random.nextDouble() - 0.5) * 0.1 * (corner % 2 == 0 ? width : height);
        }
        place.transform(at, 0, at, 0, 4);
        return new Corner[] {
            new Corner(at[0], at[1]), new Corner(at[2], at[3]), new Corner(at[4], at[5]), new Corner(at[6], at[7])
        };
    }

    /** As the camera leaves it: blurred by a Gaussian of up to 1.6 pixels, with noise. */
    BufferedImage taken() {
        double sigma = random.nextDouble() * 1.6;
        BufferedImage blurred = sigma < 0.3 ? photo : blurred(sigma);
        int noise = 1 + random.nextInt(8);
        int[] row = new int[blurred.getWidth()];
        for (int y = 0; y < blurred.getHeight(); y++) {
            blurred.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int x = 0; x < row.length; x++) {
                int by = random.nextInt(2 * noise + 1) - noise;
                row[x] = level(row[x] >> 16, by) << 16 | level(row[x] >> 8, by) << 8 | level(row[x], by);
            }
            blurred.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
        return blurred;
    }

    private static int level(int value, int by) {
        return Math.max(0, Math.min(255, (value & 0xff) + by));
    }

    private BufferedImage blurred(double sigma) {
        int radius = (int) Math.ceil(2.5 * sigma);
        float[] weights = new float[2 * radius + 1];
        float sum = 0;
        for (int at = -radius; at <= radius; at++) {
            weights[at + radius] = (float) Math.exp(-at * at / (2 * sigma * sigma));
            sum += weights[at + radius];
        }
        for (int at = 0; at < weights.length; at++) {
            weights[at] /= sum;
        }
        BufferedImage across =
                new ConvolveOp(new Kernel(weights.length, 1, weights), ConvolveOp.EDGE_NO_OP, null).filter(photo, null);
        return new ConvolveOp(new Kernel(1, weights.length, weights), ConvolveOp.EDGE_NO_OP, null).filter(across, null);
    }
}
