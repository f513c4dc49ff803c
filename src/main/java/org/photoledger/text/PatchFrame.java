package org.photoledger.text;

import org.photoledger.image.Luma;

/**
 * The pixels around a line of text, each as it is: u runs along the line, v downwards across it, and the line's own box
 * goes from 0 to width and from 0 to height.
 *
 * @param aligned whether the line lies along the pixels, or so nearly that it is taken to
 */
record PatchFrame(Luma picture, Corner origin, double cos, double sin, int width, int height, boolean aligned) {

    /** In degrees; a detector's box is no better. */
    private static final double NEARLY_ALIGNED = 1.5;

    static PatchFrame of(Luma picture, TextBox box) {
        double nearest = 90 * Math.rint(box.angle() / 90);
        boolean aligned = Math.abs(box.angle() - nearest) <= NEARLY_ALIGNED;
        double angle = Math.toRadians(aligned ? nearest : box.angle());
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        Corner middle = box.topStart().towards(box.bottomEnd(), 0.5);
        double u = box.width() / 2;
        double v = box.height() / 2;
        Corner origin = new Corner(middle.x() - u * cos + v * sin, middle.y() - u * sin - v * cos);
        return new PatchFrame(picture, origin, cos, sin, (int) box.width(), (int) box.height(), aligned);
    }

    /** The tone there, 0 to 255; not a number outside the picture. */
    float tone(int u, int v) {
        double x = Math.floor(origin.x() + (u + 0.5) * cos - (v + 0.5) * sin);
        double y = Math.floor(origin.y() + (u + 0.5) * sin + (v + 0.5) * cos);
        boolean inside = x >= 0 && y >= 0 && x < picture.width() && y < picture.height();
        return inside ? picture.at((int) x, (int) y) : Float.NaN;
    }
}
