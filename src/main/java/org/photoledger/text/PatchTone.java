package org.photoledger.text;

import java.util.Arrays;
import java.util.Optional;
import org.photoledger.image.Luma;

/**
 * The tone of the paper that a line of text stands on.
 *
 * @param level 0 to 255: the median of what is not ink
 * @param tolerance what differs by more is ink, or no longer that paper
 */
record PatchTone(float level, float tolerance) {

    private static final double LEAST_CONTRAST = 20;

    /** Of the contrast of ink and paper. */
    private static final double TOLERANCE = 0.15;

    private static final double LEAST_TOLERANCE = 10;
    private static final double MOST_TOLERANCE = 20;

    /** Pixels of the box that are looked at. */
    private static final int ENOUGH = 4_000;

    /** No tone where ink and paper cannot be told apart. */
    static Optional<PatchTone> of(PatchFrame frame) {
        int step = (int) Math.ceil(Math.sqrt((double) frame.width() * frame.height() / ENOUGH));
        int width = Math.max(1, frame.width() / step);
        int height = Math.max(1, frame.height() / step);
        float[] tones = new float[width * height];
        for (int at = 0; at < tones.length; at++) {
            tones[at] = frame.tone(at % width * step, at / width * step);
        }
        InkMask ink = InkMask.of(new Luma(width, height, tones), 0, width);
        float[] paper = new float[tones.length];
        int count = 0;
        for (int at = 0; at < tones.length; at++) {
            if (!ink.at(at % width, at / width)) {
                paper[count++] = tones[at];
            }
        }
        if (ink.contrast() < LEAST_CONTRAST || count == 0) {
            return Optional.empty();
        }
        Arrays.sort(paper, 0, count);
        double tolerance = Math.max(LEAST_TOLERANCE, Math.min(MOST_TOLERANCE, TOLERANCE * ink.contrast()));
        return Optional.of(new PatchTone(paper[count / 2], (float) tolerance));
    }

    boolean is(float tone) {
        return Math.abs(tone - level) <= tolerance;
    }
}
