package org.photoledger.text;

import org.photoledger.image.Luma;

/** A line of text cut out of a picture and laid level. */
final class LineCrop {

    /** Samples taken per output pixel and axis where the line is shrunk, so that thin strokes do not fall between them. */
    private static final int MOST_SAMPLES = 4;

    private final Luma picture;
    private final TextBox box;
    private final int samples;

    private LineCrop(Luma picture, TextBox box, int samples) {
        this.picture = picture;
        this.box = box;
        this.samples = samples;
    }

    /** So many pixels high, as wide as the box is long in proportion, between least and most; outside the picture its edge goes on. */
    static Luma of(Luma picture, TextBox box, int height, int least, int most) {
        double scale = height / Math.max(1, box.height());
        int width = (int) Math.max(least, Math.min(most, Math.round(box.width() * scale)));
        int samples = (int) Math.max(1, Math.min(MOST_SAMPLES, Math.ceil(1 / scale)));
        LineCrop crop = new LineCrop(picture, box, samples);
        float[] cut = new float[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                cut[y * width + x] = crop.average((double) x / width, (double) y / height, 1.0 / width, 1.0 / height);
            }
        }
        return new Luma(width, height, cut);
    }

    /** Over the part of the box that one pixel of the crop stands for; all in shares of the box. */
    private float average(double left, double top, double across, double down) {
        float sum = 0;
        for (int row = 0; row < samples; row++) {
            double v = top + (row + 0.5) / samples * down;
            for (int column = 0; column < samples; column++) {
                double u = left + (column + 0.5) / samples * across;
                Corner upper = box.topStart().towards(box.topEnd(), u);
                Corner lower = box.bottomStart().towards(box.bottomEnd(), u);
                Corner at = upper.towards(lower, v);
                sum += between(at.x() - 0.5, at.y() - 0.5);
            }
        }
        return sum / (samples * samples);
    }

    /** Bilinear. */
    private float between(double x, double y) {
        double inX = Math.max(0, Math.min(picture.width() - 1, x));
        double inY = Math.max(0, Math.min(picture.height() - 1, y));
        int left = (int) inX;
        int top = (int) inY;
        int right = Math.min(left + 1, picture.width() - 1);
        int bottom = Math.min(top + 1, picture.height() - 1);
        float across = (float) (inX - left);
        float down = (float) (inY - top);
        float upper = picture.at(left, top) * (1 - across) + picture.at(right, top) * across;
        float lower = picture.at(left, bottom) * (1 - across) + picture.at(right, bottom) * across;
        return upper * (1 - down) + lower * down;
    }
}
