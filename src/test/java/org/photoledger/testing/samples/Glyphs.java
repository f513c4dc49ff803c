package org.photoledger.testing.samples;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Map;

/**
 * Outlines of our own for the digits and words on cards and labels; no system font is asked. A glyph is a list of strokes
 * on a grid of 10 x 14, y downwards: {@code M x y} moves, {@code L x y} draws, {@code Q cx cy x y} bends.
 */
public final class Glyphs {

    private static final double ADVANCE = 12;

    private static final Map<Character, String> STROKES = Map.ofEntries(
            Map.entry('0', "M 5 1 Q 9 1 9 7 Q 9 13 5 13 Q 1 13 1 7 Q 1 1 5 1"),
            Map.entry('1', "M 2 4 L 5 1 L 5 13"),
            Map.entry('2', "M 1 4 Q 1 1 5 1 Q 9 1 9 4 Q 9 7 1 13 L 9 13"),
            Map.entry('3', "M 1 1 L 9 1 L 5 6 Q 9 6 9 10 Q 9 13 5 13 Q 2 13 1 11"),
            Map.entry('4', "M 7 13 L 7 1 L 1 9 L 9 9"),
            Map.entry('5', "M 9 1 L 2 1 L 1 7 Q 9 5 9 9 Q 9 13 5 13 Q 2 13 1 11"),
            Map.entry('6', "M 8 1 Q 1 4 1 9 Q 1 13 5 13 Q 9 13 9 9 Q 9 6 5 6 Q 1 6 1 9"),
            Map.entry('7', "M 1 1 L 9 1 L 4 13"),
            Map.entry(
                    '8', "M 5 1 Q 8 1 8 4 Q 8 6 5 7 Q 1 8 1 10 Q 1 13 5 13 Q 9 13 9 10 Q 9 8 5 7 Q 2 6 2 4 Q 2 1 5 1"),
            Map.entry('9', "M 9 5 Q 9 8 5 8 Q 1 8 1 5 Q 1 1 5 1 Q 9 1 9 5 Q 9 10 3 13"),
            Map.entry('٠', "M 5 6 L 6 7 L 5 8 L 4 7 L 5 6"),
            Map.entry('١', "M 4 1 Q 6 5 6 13"),
            Map.entry('٢', "M 3 1 Q 5 5 5 13 M 3 1 Q 6 6 9 1"),
            Map.entry('٣', "M 2 1 Q 4 5 4 13 M 2 1 Q 4 5 6 1 Q 8 5 9 1"),
            Map.entry('٤', "M 8 1 L 3 4 L 8 6 L 3 10 L 8 13"),
            Map.entry('٥', "M 5 2 Q 9 8 8 11 Q 7 13 5 13 Q 2 13 2 11 Q 1 8 5 2"),
            Map.entry('٦', "M 2 2 L 8 2 Q 7 8 7 13"),
            Map.entry('٧', "M 1 1 L 5 13 L 9 1"),
            Map.entry('٨', "M 1 13 L 5 1 L 9 13"),
            Map.entry('٩', "M 7 5 Q 7 8 4 8 Q 2 8 2 5 Q 2 1 5 1 Q 7 1 7 5 L 8 13"),
            Map.entry('/', "M 9 0 L 1 14"),
            Map.entry('-', "M 2 7 L 8 7"),
            Map.entry(' ', ""),
            Map.entry('د', "M 3 5 Q 9 6 8 11 Q 5 12 2 11"),
            Map.entry('ا', "M 5 1 L 5 12"),
            Map.entry('ر', "M 7 6 Q 8 12 2 14"),
            Map.entry('ب', "M 9 6 Q 9 11 5 11 Q 1 11 1 6 M 5 13 L 5 13.6"),
            Map.entry('و', "M 7 8 Q 3 8 4 6 Q 6 4 7 7 Q 8 12 2 14"));

    private Glyphs() {}

    /** Draws a line in reading order from the left; Arabic words are handed over letter by letter from their end. */
    static void draw(Graphics2D pen, String line, double x, double y, double height) {
        double scale = height / 14;
        pen.setStroke(new BasicStroke((float) (1.5 * scale), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int at = 0; at < line.length(); at++) {
            AffineTransform place = AffineTransform.getTranslateInstance(x + at * ADVANCE * scale, y);
            place.scale(scale, scale);
            pen.draw(place.createTransformedShape(path(line.charAt(at))));
        }
    }

    static double width(String line, double height) {
        return line.length() * ADVANCE * height / 14;
    }

    /** The strokes of one glyph; empty for one that it has not. */
    public static Path2D path(char glyph) {
        Path2D path = new Path2D.Double();
        String[] parts = STROKES.getOrDefault(glyph, "").split(" ", -1);
        for (int at = 0; at + 2 < parts.length; ) {
            switch (parts[at]) {
                case "M" -> path.moveTo(number(parts[at + 1]), number(parts[at + 2]));
                case "L" -> path.lineTo(number(parts[at + 1]), number(parts[at + 2]));
                default ->
                    path.quadTo(
                            number(parts[at + 1]), number(parts[at + 2]), number(parts[at + 3]), number(parts[at + 4]));
            }
            at += parts[at].equals("Q") ? 5 : 3;
        }
        return path;
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }
}
