package org.photoledger.benchmark;

import java.util.Locale;

/**
 * What stands under one number of a corpus.
 *
 * @param source the number that a copy is made of; its own for what is no copy
 * @param scene what is seen
 * @param frame which photo of the scene, from 0
 * @param card whether a card with a number lies in it
 */
record PlannedPhoto(int number, Kind kind, int source, int scene, int frame, boolean card) {

    enum Kind {
        ORIGINAL,
        EXACT_COPY,
        REENCODED,
        RESIZED,
        DAMAGED;

        boolean taken() {
            return this == ORIGINAL || this == DAMAGED;
        }
    }

    /** Below the corpus's folder, two hundred to a roll. */
    String path() {
        return path(number);
    }

    String sourcePath() {
        return path(source);
    }

    private static String path(int number) {
        return String.format(Locale.ROOT, "roll-%03d/IMG_%05d.JPG", number / 200, number);
    }
}
