package org.photoledger.image;

import java.util.Arrays;

/** Area averages along rows or columns: a target pixel is the mean of the source samples it covers, the cut ones by their fraction. */
final class BoxShrink {

    private final int width;
    private final int[] first;
    private final int[] last;
    private final double[] firstWeight;
    private final double[] lastWeight;
    private final double[] length;

    private BoxShrink(int width, int newWidth) {
        this.width = width;
        this.first = new int[newWidth];
        this.last = new int[newWidth];
        this.firstWeight = new double[newWidth];
        this.lastWeight = new double[newWidth];
        this.length = new double[newWidth];
        double scale = (double) width / newWidth;
        for (int x = 0; x < newWidth; x++) {
            cover(x, x * scale, Math.min(width, x * scale + scale));
        }
    }

    private void cover(int x, double start, double end) {
        first[x] = (int) start;
        last[x] = Math.min(width - 1, (int) Math.ceil(end) - 1);
        firstWeight[x] = Math.min(first[x] + 1, end) - start;
        lastWeight[x] = end - last[x];
        length[x] = end - start;
    }

    static float[] rows(float[] from, int width, int height, int newWidth) {
        BoxShrink shrink = new BoxShrink(width, newWidth);
        float[] to = new float[newWidth * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < newWidth; x++) {
                to[y * newWidth + x] = shrink.mean(from, y * width, x);
            }
        }
        return to;
    }

    static float[] columns(float[] from, int width, int height, int newHeight) {
        BoxShrink shrink = new BoxShrink(height, newHeight);
        float[] to = new float[width * newHeight];
        double[] sums = new double[width];
        for (int y = 0; y < newHeight; y++) {
            shrink.add(from, y, sums);
            for (int x = 0; x < width; x++) {
                to[y * width + x] = (float) (sums[x] / shrink.length[y]);
            }
        }
        return to;
    }

    /** Row by row, as memory likes it. */
    private void add(float[] from, int y, double[] sums) {
        Arrays.fill(sums, 0);
        for (int row = first[y]; row <= last[y]; row++) {
            double weight = row == first[y] ? firstWeight[y] : row == last[y] ? lastWeight[y] : 1;
            int start = row * sums.length;
            for (int x = 0; x < sums.length; x++) {
                sums[x] += weight * from[start + x];
            }
        }
    }

    /** Only the samples at both ends are cut: each between them counts whole. */
    private float mean(float[] from, int row, int x) {
        double sum = firstWeight[x] * from[row + first[x]];
        for (int at = first[x] + 1; at < last[x]; at++) {
            sum += from[row + at];
        }
        if (last[x] > first[x]) {
            sum += lastWeight[x] * from[row + last[x]];
        }
        return (float) (sum / length[x]);
    }
}
