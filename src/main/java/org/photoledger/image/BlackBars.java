package org.photoledger.image;

import java.util.function.IntToDoubleFunction;

/**
 * The black bars that fill up a thumbnail: cameras write 160 x 120 pixels whatever the shape of the photo (CIPA DC-009,
 * DCF), and some leave a black edge on all four sides.
 */
public final class BlackBars {

    /** Rows and columns as dark on average are bars; coding noise of a bright picture beside one reaches 8. */
    private static final float BLACK = 16;

    private BlackBars() {}

    /** The picture between the bars; the same where there are none, or where all is black. */
    public static Luma trimmed(Luma picture) {
        int width = picture.width();
        int height = picture.height();
        IntToDoubleFunction row = y -> mean(width, x -> picture.at(x, y));
        IntToDoubleFunction column = x -> mean(height, y -> picture.at(x, y));
        int top = bar(height, row);
        int left = bar(width, column);
        if (top == height || left == width) {
            return picture;
        }
        int bottom = bar(height, y -> row.applyAsDouble(height - 1 - y));
        int right = bar(width, x -> column.applyAsDouble(width - 1 - x));
        return picture.cropped(left, top, width - left - right, height - top - bottom);
    }

    private static int bar(int length, IntToDoubleFunction line) {
        int bar = 0;
        while (bar < length && line.applyAsDouble(bar) <= BLACK) {
            bar++;
        }
        return bar;
    }

    private static double mean(int length, IntToDoubleFunction sample) {
        double sum = 0;
        for (int at = 0; at < length; at++) {
            sum += sample.applyAsDouble(at);
        }
        return sum / length;
    }
}
