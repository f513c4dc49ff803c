package org.photoledger.similarity;

import java.util.List;
import java.util.Locale;

/** Counts the pairs of unlike scenes, each in its nearest turn, and those of them that are near. */
final class FalsePairs {

    private long pairs;
    private int near;
    private int least = 256;
    private String nearest = "";

    void between(List<EvaluatedPhoto> some, List<EvaluatedPhoto> others) {
        for (EvaluatedPhoto one : some) {
            count(one, others);
        }
    }

    void among(List<EvaluatedPhoto> photos) {
        for (int at = 0; at < photos.size(); at++) {
            count(photos.get(at), photos.subList(0, at));
        }
    }

    private void count(EvaluatedPhoto one, List<EvaluatedPhoto> others) {
        long[][] turns = new long[TurnedBits.TURNS][];
        for (int turn = 1; turn <= TurnedBits.TURNS; turn++) {
            turns[turn - 1] = TurnedBits.turned(one.hash().words(), turn);
        }
        for (EvaluatedPhoto other : others) {
            if (one.detailed() && other.detailed() && !one.group().equals(other.group())) {
                pairs++;
                count(turns, one, other);
            }
        }
    }

    private void count(long[][] turns, EvaluatedPhoto one, EvaluatedPhoto other) {
        long[] words = other.hash().words();
        int distance = 256;
        for (long[] turn : turns) {
            distance = Math.min(distance, TurnedBits.distance(turn, words));
        }
        near += distance <= PerceptualHash.NEAR ? 1 : 0;
        if (distance < least) {
            least = distance;
            nearest = one.group() + " and " + other.group();
        }
    }

    void print(String what) {
        System.out.printf(
                Locale.ROOT, "%s: %,d pairs, %d near, the nearest at %d bits: %s%n", what, pairs, near, least, nearest);
    }
}
