package org.photoledger.text;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.List;
import java.util.Random;

/** A photo with a card in it: lines of text in given fonts, turned a little, blurred, noisy. Text is drawn left to right as given. */
final class CardPhoto {

    private final Random random;
    private final BufferedImage photo;

    CardPhoto(BufferedImage background, int width, int height, Random random) {
        this.random = random;
        this.photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = photo.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        int w = background.getWidth();
        int h = Math.min(background.getHeight(), w * height / width);
        int x = random.nextInt(background.getWidth() - w + 1);
        int y = random.nextInt(background.getHeight() - h + 1);
        pen.drawImage(background, 0, 0, width, height, x, y, x + w, y + h, null);
        pen.dispose();
    }

    private static Shape outline(String text, Font font) {
        return glyphs(text, font).getOutline();
    }

    private static GlyphVector glyphs(String text, Font font) {
        return font.createGlyphVector(new FontRenderContext(null, true, true), text.toCharArray());
    }

    /** As if written by hand: each glyph turned, sheared, stretched and lifted for itself, the gaps uneven. */
    static Shape byHand(String text, Font font, Random random) {
        GlyphVector glyphs = glyphs(text, font);
        Path2D line = new Path2D.Double();
        double x = 0;
        double slant = random.nextGaussian() * 0.12;
        for (int at = 0; at < glyphs.getNumGlyphs(); at++) {
            Shape glyph = glyphs.getGlyphOutline(at);
            Rectangle2D box = glyph.getBounds2D();
            AffineTransform move =
                    AffineTransform.getTranslateInstance(x, random.nextGaussian() * 0.05 * font.getSize2D());
            move.shear(slant + random.nextGaussian() * 0.06, 0);
            move.rotate(random.nextGaussian() * 0.08);
            move.scale(1 + random.nextGaussian() * 0.1, 1 + random.nextGaussian() * 0.1);
            move.translate(-box.getX(), 0);
            line.append(move.createTransformedShape(glyph), false);
            x += box.getWidth() + font.getSize2D() * (0.08 + random.nextDouble() * 0.2);
        }
        return line;
    }

    /** A line of text, dark on white, with a margin. */
    static BufferedImage line(String text, Font font) {
        return line(outline(text, font), font);
    }

    static BufferedImage line(Shape shape, Font font) {
        Rectangle2D box = shape.getBounds2D();
        int margin = (int) (font.getSize2D() / 4);
        BufferedImage line = new BufferedImage(
                (int) box.getWidth() + 2 * margin + 1,
                (int) box.getHeight() + 2 * margin + 1,
                BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = line.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, line.getWidth(), line.getHeight());
        pen.setColor(new Color(20, 20, 20));
        pen.translate(margin - box.getX(), margin - box.getY());
        pen.fill(shape);
        pen.dispose();
        return line;
    }

    /** Puts a card with these lines into the photo; capital digits are so many pixels high. */
    void card(List<String> lines, List<Font> fonts, double digitHeight) {
        double padding = digitHeight * 0.8;
        double widest = 0;
        Shape[] shapes = new Shape[lines.size()];
        for (int at = 0; at < shapes.length; at++) {
            Font font = fonts.get(at);
            // digits of every font at the same height, whatever its em is
            double high = outline("٣5", font).getBounds2D().getHeight();
            shapes[at] = outline(lines.get(at), font.deriveFont((float) (font.getSize2D() * digitHeight / high)));
            widest = Math.max(widest, shapes[at].getBounds2D().getWidth());
        }
        double height = 2 * padding + shapes.length * digitHeight * 1.7;
        double width = widest + 2 * padding;
        Graphics2D pen = photo.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.transform(place(width, height));
        int light = 215 + random.nextInt(40);
        pen.setColor(new Color(light, light, light - random.nextInt(25)));
        pen.fill(new Rectangle2D.Double(0, 0, width, height));
        pen.setColor(new Color(90, 90, 90));
        pen.setStroke(new BasicStroke((float) (digitHeight / 30)));
        pen.draw(new Rectangle2D.Double(0, 0, width, height));
        int ink = random.nextInt(70);
        pen.setColor(new Color(ink, ink, ink + random.nextInt(60)));
        for (int at = 0; at < shapes.length; at++) {
            Rectangle2D box = shapes[at].getBounds2D();
            AffineTransform move = AffineTransform.getTranslateInstance(
                    padding - box.getX(), padding + (at * 1.7 + 0.35) * digitHeight - box.getY());
            pen.fill(move.createTransformedShape(shapes[at]));
        }
        pen.dispose();
    }

    /** Somewhere inside, turned up to 14 degrees and sheared a little as perspective does. */
    private AffineTransform place(double width, double height) {
        double angle = Math.toRadians(random.nextDouble() * 28 - 14);
        double roomX = photo.getWidth() * 0.15;
        double roomY = photo.getHeight() * 0.2;
        AffineTransform place = AffineTransform.getTranslateInstance(
                roomX + random.nextDouble() * Math.max(1, photo.getWidth() * 0.8 - roomX - width),
                roomY + random.nextDouble() * Math.max(1, photo.getHeight() * 0.75 - roomY - height));
        place.rotate(angle);
        place.shear(random.nextDouble() * 0.2 - 0.1, random.nextDouble() * 0.06 - 0.03);
        return place;
    }

    /** As the camera leaves it: blurred by a Gaussian of up to 1.6 pixels, with noise. */
    BufferedImage taken() {
        double sigma = random.nextDouble() * 1.6;
        BufferedImage blurred = sigma < 0.3 ? photo : blurred(sigma);
        int noise = 1 + random.nextInt(8);
        for (int y = 0; y < blurred.getHeight(); y++) {
            for (int x = 0; x < blurred.getWidth(); x++) {
                int rgb = blurred.getRGB(x, y);
                int by = random.nextInt(2 * noise + 1) - noise;
                blurred.setRGB(x, y, level(rgb >> 16, by) << 16 | level(rgb >> 8, by) << 8 | level(rgb, by));
            }
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
