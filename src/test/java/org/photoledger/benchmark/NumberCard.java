package org.photoledger.benchmark;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.Random;
import org.photoledger.testing.samples.Glyphs;

/** A white card with two lines of digits, Western or Arabic-Indic, that lies somewhere in the picture, a little turned. */
final class NumberCard {

    private static final double ADVANCE = 12;
    private static final double GLYPH_HEIGHT = 14;

    private NumberCard() {}

    /** All frames of a scene show the same number. */
    static void put(BufferedImage picture, int scene, Random random) {
        boolean western = scene % 2 == 0;
        String[] lines = {number(scene % 1000, western), number(1000 + scene % 9000, western)};
        double height = picture.getWidth() * (0.012 + 0.012 * random.nextDouble());
        double scale = height / GLYPH_HEIGHT;
        double width = ADVANCE * scale * (lines[1].length() + 2);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.translate(
                picture.getWidth() * (0.15 + 0.5 * random.nextDouble()),
                picture.getHeight() * (0.15 + 0.6 * random.nextDouble()));
        pen.rotate(Math.toRadians(16 * random.nextDouble() - 8));
        pen.setColor(new Color(236, 233, 224));
        pen.fill(new Rectangle2D.Double(0, 0, width, 4.2 * height));
        pen.setColor(new Color(32, 30, 44));
        for (int line = 0; line < lines.length; line++) {
            draw(pen, lines[line], ADVANCE * scale, height * (0.6 + 1.8 * line), scale);
        }
        pen.dispose();
    }

    private static void draw(Graphics2D pen, String line, double x, double y, double scale) {
        pen.setStroke(new BasicStroke((float) (1.6 * scale), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int at = 0; at < line.length(); at++) {
            AffineTransform place = AffineTransform.getTranslateInstance(x + at * ADVANCE * scale, y);
            place.scale(scale, scale);
            pen.draw(place.createTransformedShape(Glyphs.path(line.charAt(at))));
        }
    }

    private static String number(int number, boolean western) {
        String digits = String.format(Locale.ROOT, "%03d", number);
        return western
                ? digits
                : digits.chars()
                        .collect(
                                StringBuilder::new,
                                (text, digit) -> text.append((char) (digit - '0' + '٠')),
                                StringBuilder::append)
                        .toString();
    }
}
