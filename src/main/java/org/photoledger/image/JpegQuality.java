package org.photoledger.image;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the quality setting of a luminance table. Source: libjpeg's jcparam.c (jpeg_quality_scaling and
 * jpeg_add_quant_table), which scales the example table of ITU-T T.81 K.1; most encoders but those of cameras and Photoshop do.
 */
final class JpegQuality {

    /**
     * All values together may be off by so much of their sum. Encoders that scale in floating point are off by 1 here and
     * there, the JDK's by at most 0.7 % over all its settings; tables of cameras' own lie from 1.1 % upwards.
     */
    private static final int PERCENT = 1;

    private static final int BEST = 100;

    /** T.81 K.1 in zigzag order. */
    private static final int[] EXAMPLE = {
        16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58, 51,
        61, 60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87, 95, 98, 103, 104, 103, 62, 77,
        113, 121, 112, 100, 120, 92, 101, 103, 99
    };

    private JpegQuality() {}

    /** The setting 1 to 100 whose table is nearest to these values in zigzag order, null where none is near. */
    static @Nullable Integer of(int[] values) {
        int nearest = BEST;
        int least = Integer.MAX_VALUE;
        for (int quality = BEST; quality >= 1; quality--) {
            int off = difference(values, quality);
            if (off < least) {
                least = off;
                nearest = quality;
            }
        }
        return 100L * least <= (long) PERCENT * IntStream.of(values).sum() ? nearest : null;
    }

    private static int difference(int[] values, int quality) {
        int scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
        int sum = 0;
        for (int at = 0; at < EXAMPLE.length; at++) {
            int scaled = Math.max(1, Math.min(255, (EXAMPLE[at] * scale + 50) / 100));
            sum += Math.abs(values[at] - scaled);
        }
        return sum;
    }
}
