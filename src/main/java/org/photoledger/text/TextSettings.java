package org.photoledger.text;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How pictures are examined for text. An own model takes lines 48 pixels high and gives a probability per step and class,
 * as PP-OCR's recognizers do; model and dictionary are given both or neither.
 *
 * @param detectorSide long side of the picture that the detector sees, in pixels: 640, or 960 for small writing
 * @param mostRegions lines read per picture; what is beyond them is only told
 * @param recognizer the operator's own recognition model, an ONNX file; null for the built-in one
 * @param dictionary what the own model's classes mean: UTF-8, one character per line
 */
public record TextSettings(
        int detectorSide,
        int mostRegions,
        @Nullable Path recognizer,
        @Nullable Path dictionary) {

    private static final int LEAST_SIDE = 32;
    private static final int MOST_SIDE = 4_096;
    private static final int MOST_REGIONS = 10_000;

    public TextSettings {
        if (detectorSide < LEAST_SIDE || detectorSide > MOST_SIDE) {
            throw new IllegalArgumentException("the detector sees " + LEAST_SIDE + " to " + MOST_SIDE + " pixels");
        }
        if (mostRegions < 1 || mostRegions > MOST_REGIONS) {
            throw new IllegalArgumentException("1 to " + MOST_REGIONS + " regions can be read of a picture");
        }
        if ((recognizer == null) != (dictionary == null)) {
            throw new IllegalArgumentException("an own recognizer and its dictionary are given both or neither");
        }
    }

    /** With the built-in models. */
    public static TextSettings of(int detectorSide, int mostRegions) {
        return new TextSettings(detectorSide, mostRegions, null, null);
    }
}
