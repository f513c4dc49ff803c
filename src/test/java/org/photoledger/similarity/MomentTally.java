package org.photoledger.similarity;

import java.util.List;
import java.util.Locale;

/** All pairs of photos that look alike and are not copies: how many are near, how many would be labelled as copies. */
final class MomentTally {

    private int pairs;
    private int near;
    private int copies;
    private int withTimes;
    private int withNumbers;

    private MomentTally() {}

    static void print(String what, List<LookAlikes.Numbered> photos) {
        MomentTally tally = new MomentTally();
        for (int at = 0; at < photos.size(); at++) {
            for (int other = 0; other < at; other++) {
                tally.add(photos.get(other), photos.get(at));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %,d pairs, near %.4f, REENCODE without times and numbers %.4f, with times %.4f, with numbers %.4f%n",
                what,
                tally.pairs,
                (double) tally.near / tally.pairs,
                (double) tally.copies / tally.pairs,
                (double) tally.withTimes / tally.pairs,
                (double) tally.withNumbers / tally.pairs);
    }

    private void add(LookAlikes.Numbered original, LookAlikes.Numbered copy) {
        EvaluatedPair pair = EvaluatedPair.of(original.photo(), copy.photo());
        pairs++;
        near += pair.distance() <= PerceptualHash.NEAR ? 1 : 0;
        Shot noon = new Shot("2013-04-05T12:00:00", null);
        Shot later = new Shot("2013-04-05T12:00:01", null);
        boolean differ = NumbersOnPair.differ(original.numbers(), copy.numbers(), pair.turn());
        copies += reencode(pair.likeness(Shot.UNKNOWN, Shot.UNKNOWN, false));
        withTimes += reencode(pair.likeness(noon, later, false));
        withNumbers += reencode(pair.likeness(Shot.UNKNOWN, Shot.UNKNOWN, differ));
    }

    private static int reencode(@org.jspecify.annotations.Nullable Likeness likeness) {
        return likeness != null && likeness.band() == Band.REENCODE ? 1 : 0;
    }
}
