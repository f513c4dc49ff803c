package org.photoledger.similarity;

import org.photoledger.image.Luma;

/** Two passes of a running mean along rows and columns: together a tent, about 1/64 of the picture wide (Wojciech Jarosz, 2001). */
final class JarosFilter {

    private static final int PASSES = 2;

    private JarosFilter() {}

    static float[] filter(Luma luma) {
        int width = luma.width();
        int height = luma.height();
        float[] from = luma.samples();
        float[] to = new float[from.length];
        int across = window(width);
        int down = window(height);
        for (int pass = 0; pass < PASSES; pass++) {
            for (int y = 0; y < height; y++) {
                line(from, to, new Line(y * width, 1, width), across);
            }
            for (int x = 0; x < width; x++) {
                line(to, from, new Line(x, width, height), down);
            }
        }
        return from;
    }

    private static int window(int size) {
        return (size + 127) / 128;
    }

    /** A row or column: where it starts, the step between samples, how many there are. */
    private record Line(int start, int step, int length) {}

    /** Mean of the samples that lie inside the window around each; at the ends of fewer. */
    private static void line(float[] from, float[] to, Line line, int window) {
        int ahead = (window + 2) / 2;
        int behind = window - ahead;
        float sum = 0;
        int count = 0;
        for (int at = -ahead + 1; at < line.length; at++) {
            int entering = at + ahead - 1;
            int leaving = at - behind - 1;
            if (entering < line.length) {
                sum += from[line.start + entering * line.step];
                count++;
            }
            if (leaving >= 0) {
                sum -= from[line.start + leaving * line.step];
                count--;
            }
            if (at >= 0) {
                to[line.start + at * line.step] = sum / count;
            }
        }
    }
}
