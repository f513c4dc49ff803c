package org.photoledger.benchmark;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which photo stands under which number: of a hundred, 10 are exact copies, 10 are coded anew or made smaller, one is
 * damaged, 25 show a card; what was taken comes in scenes of four and five frames. A copy's original lies far before it,
 * as in a leak, where copies are in another folder.
 */
record CorpusPlan(int photos, CorpusStyle style) {

    private static final int ROUND = 10;
    private static final int EXACT = 4;
    private static final int ANEW = 8;
    private static final int DAMAGED = 57;
    private static final int SCENES_ROUND = 9;
    private static final int SHORT_SCENE = 4;

    Stream<PlannedPhoto> all() {
        return IntStream.range(0, photos).mapToObj(this::photo);
    }

    PlannedPhoto photo(int number) {
        if (style.plain()) {
            return taken(number, number, PlannedPhoto.Kind.ORIGINAL, false);
        }
        int round = number / ROUND;
        return switch (number % ROUND) {
            case EXACT -> copy(number, PlannedPhoto.Kind.EXACT_COPY, round % 4 == 0 ? 1 : 2 + round % 2);
            case ANEW -> copy(number, anew(round), round % 4 == 2 ? 6 : 5);
            default -> taken(number, ordinal(number), kind(number), number % 5 == 1);
        };
    }

    private static PlannedPhoto.Kind anew(int round) {
        return round % 2 == 0 ? PlannedPhoto.Kind.REENCODED : PlannedPhoto.Kind.RESIZED;
    }

    private static PlannedPhoto.Kind kind(int number) {
        return number % 100 == DAMAGED ? PlannedPhoto.Kind.DAMAGED : PlannedPhoto.Kind.ORIGINAL;
    }

    private PlannedPhoto copy(int number, PlannedPhoto.Kind kind, int place) {
        PlannedPhoto source = photo(number / ROUND / 2 * ROUND + place);
        return new PlannedPhoto(number, kind, source.number(), source.scene(), source.frame(), source.card());
    }

    /** Which of what was taken it is. */
    private static int ordinal(int number) {
        int place = number % ROUND;
        int copiesBefore = place > ANEW ? 2 : place > EXACT ? 1 : 0;
        return number / ROUND * (ROUND - 2) + place - copiesBefore;
    }

    private static PlannedPhoto taken(int number, int ordinal, PlannedPhoto.Kind kind, boolean card) {
        int place = ordinal % SCENES_ROUND;
        boolean inShort = place < SHORT_SCENE;
        int scene = 2 * (ordinal / SCENES_ROUND) + (inShort ? 0 : 1);
        return new PlannedPhoto(number, kind, number, scene, inShort ? place : place - SHORT_SCENE, card);
    }
}
