package org.photoledger.text;

import org.photoledger.image.Luma;

/** A line of text cut out of a picture and laid level. */
final class LineCrop {

    /** Samples taken per output pixel and axis where the line is shrunk, so that thin strokes do not fall between them. */
    private static final int MOST_SAMPLES = 4;

    private final Luma picture;
    private final int samples;
    private final Corner[] upper;
    private final Corner[] lower;

    private LineCrop(Luma picture, TextBox box, int width, int samples) {
        this.picture = picture;
        this.samples = samples;
        this.upper = edge(box.topStart(), box.topEnd(), width, samples);
        this.lower = edge(box.bottomStart(), box.bottomEnd(), width, samples);
    }

    /** Where each column of samples begins or ends. */
    private static Corner[] edge(Corner start, Corner end, int width, int samples) {
        Corner[] edge = new Corner[width * samples];
        for (int at = 0; at < edge.length; at++) {
            int x = at / samples;
            edge[at] = start.towards(end, (double) x / width + (at % samples + 0.5) / samples * (1.0 / width));
        }
        return edge;
    }

    /**
     * Pixels of a crop.
     *
     * @param least width
     * @param most width
     * @param stretch how many times as wide as the box is long in proportion to its height
     */
    record Size(int height, int least, int most, double stretch) {}

    static Luma of(Luma picture, TextBox box, int height, int least, int most) {
        return of(picture, box, new Size(height, least, most, 1));
    }

    /** Between least and most pixels wide; outside the picture its edge goes on. */
    static Luma of(Luma picture, TextBox box, Size size) {
        int height = size.height();
        double scale = height / Math.max(1, box.height());
        int width =
                (int) Math.max(size.least(), Math.min(size.most(), Math.round(box.width() * scale * size.stretch())));
        int samples = (int) Math.max(1, Math.min(MOST_SAMPLES, Math.ceil(1 / scale)));
        LineCrop crop = new LineCrop(picture, box, width, samples);
        float[] cut = new float[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                cut[y * width + x] = crop.average(x, (double) y / height, 1.0 / height);
            }
        }
        return new Luma(width, height, cut);
    }

    /** Over the part of the box that one pixel of the crop stands for; top and down in shares of the box. */
    private float average(int x, double top, double down) {
        float sum = 0;
        for (int row = 0; row < samples; row++) {
            double v = top + (row + 0.5) / samples * down;
            for (int column = x * samples; column < (x + 1) * samples; column++) {
                Corner at = upper[column].towards(lower[column], v);
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
