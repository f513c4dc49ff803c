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
import java.util.Random;
import org.photoledger.testing.samples.Glyphs;

/** Outlines of a line of text and its picture, dark on white. Text is drawn left to right as given. */
final class PrintedLine {

    private PrintedLine() {}

    static Shape outline(String text, Font font) {
        return glyphs(text, font).getOutline();
    }

    private static GlyphVector glyphs(String text, Font font) {
        return font.createGlyphVector(new FontRenderContext(null, true, true), text.toCharArray());
    }

    /** As if written by hand: each glyph turned, sheared, stretched and lifted for itself, the gaps uneven. */
    static Shape byHand(String text, Font font, Random random) {
        GlyphVector glyphs = glyphs(text, font);
        Hand hand = new Hand(font.getSize2D(), random);
        for (int at = 0; at < glyphs.getNumGlyphs(); at++) {
            hand.write(glyphs.getGlyphOutline(at));
        }
        return hand.line;
    }

    /** As if written with a pen: strokes of our own that neither a font nor training has. */
    static Shape withPen(String text, float size, Random random) {
        Hand hand = new Hand(size, random);
        BasicStroke pen = new BasicStroke(
                (float) (size * (0.06 + random.nextDouble() * 0.08)), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        AffineTransform grid = AffineTransform.getScaleInstance(size / 14, size / 14);
        for (int at = 0; at < text.length(); at++) {
            hand.write(pen.createStrokedShape(grid.createTransformedShape(Glyphs.path(text.charAt(at)))));
        }
        return hand.line;
    }

    private static final class Hand {

        private final Path2D line = new Path2D.Double();
        private final float size;
        private final Random random;
        private final double slant;
        private double x;

        Hand(float size, Random random) {
            this.size = size;
            this.random = random;
            this.slant = random.nextGaussian() * 0.12;
        }

        void write(Shape glyph) {
            Rectangle2D box = glyph.getBounds2D();
            AffineTransform move = AffineTransform.getTranslateInstance(x, random.nextGaussian() * 0.05 * size);
            move.shear(slant + random.nextGaussian() * 0.06, 0);
            move.rotate(random.nextGaussian() * 0.08);
            move.scale(1 + random.nextGaussian() * 0.1, 1 + random.nextGaussian() * 0.1);
            move.translate(-box.getX(), 0);
            line.append(move.createTransformedShape(glyph), false);
            x += box.getWidth() + size * (0.08 + random.nextDouble() * 0.2);
        }
    }

    /** With a margin of a quarter of the size. */
    static BufferedImage picture(Shape shape, float size) {
        Rectangle2D box = shape.getBounds2D();
        int margin = (int) (size / 4);
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
}
