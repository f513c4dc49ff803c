package org.photoledger.image;

/** Area averages along rows: a target pixel is the mean of the source samples it covers, the cut ones by their fraction. */
final class BoxShrink {

    private BoxShrink() {}

    static float[] rows(float[] from, int width, int height, int newWidth) {
        float[] to = new float[newWidth * height];
        double scale = (double) width / newWidth;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < newWidth; x++) {
                double start = x * scale;
                to[y * newWidth + x] = mean(from, y * width, width, start, Math.min(width, start + scale));
            }
        }
        return to;
    }

    private static float mean(float[] from, int row, int width, double start, double end) {
        int last = Math.min(width - 1, (int) Math.ceil(end) - 1);
        double sum = 0;
        for (int at = (int) start; at <= last; at++) {
            double weight = Math.min(at + 1, end) - Math.max(at, start);
            sum += weight * from[row + at];
        }
        return (float) (sum / (end - start));
    }
}
