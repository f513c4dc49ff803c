package org.photoledger.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The index finds what looking at every hash finds. */
class HashIndexTest {

    private static final int RADIUS = PerceptualHash.NEAR;

    /** Position times 1000 plus distance, for each hit, ascending: a hash told twice stands twice. */
    private static List<Integer> found(HashIndex index, long[] query, int before) {
        List<Integer> hits = new ArrayList<>();
        assertThat(index.near(query, before, (position, distance) -> hits.add(1000 * position + distance)))
                .isTrue();
        Collections.sort(hits);
        return hits;
    }

    private static List<Integer> expected(long[] words, long[] query, int radius, int before) {
        List<Integer> hits = new ArrayList<>();
        BruteForce.near(words, query, radius, before, (position, distance) -> hits.add(1000 * position + distance));
        return hits;
    }

    @Test
    void findsExactlyThePairsOfAHundredThousandHashes() {
        long[] words = DrawnHashes.of(100_000, 20, 1);
        HashIndex index = HashIndex.of(words, RADIUS);
        int pairs = 0;
        for (int at = 0; at < index.size(); at++) {
            long[] query = DrawnHashes.at(words, at);
            List<Integer> expected = expected(words, query, RADIUS, at);
            assertThat(found(index, query, at)).isEqualTo(expected);
            pairs += expected.size();
        }
        assertThat(pairs).isGreaterThan(5_000);
    }

    @ParameterizedTest
    @CsvSource({"16,31", "13,31", "11,31", "16,30", "16,60", "13,12", "13,3", "11,0"})
    void findsExactlyTheSameInAllTurnsWithAnyNumberOfSlotsAndAnyRadius(int slots, int radius) {
        long[] words = DrawnHashes.of(3000, 50, slots + radius);
        HashIndex index = HashIndex.of(words, radius, slots);
        for (int at = 0; at < index.size(); at += 5) {
            for (int turn = 1; turn <= TurnedBits.TURNS; turn++) {
                long[] query = TurnedBits.turned(DrawnHashes.at(words, at), turn);
                assertThat(found(index, query, index.size()))
                        .isEqualTo(expected(words, query, radius, index.size()))
                        .isSorted();
            }
        }
    }

    @Test
    void findsAHashAtEveryDistanceUpToTheRadiusWhereverItsBitsDiffer() {
        long[] words = new long[TurnedBits.WORDS];
        for (int slots : new int[] {11, 13, 16}) {
            HashIndex index = HashIndex.of(words, RADIUS, slots);
            for (int bits = 0; bits <= RADIUS + 1; bits++) {
                for (int step = 1; step < 256; step += 2) {
                    List<Integer> found = found(index, spread(bits, step), 1);
                    assertThat(found).isEqualTo(bits <= RADIUS ? List.of(bits) : List.of());
                }
            }
        }
    }

    /** So many bits set, a step apart; odd steps never meet a bit twice. */
    private static long[] spread(int bits, int step) {
        long[] words = new long[TurnedBits.WORDS];
        for (int at = 0; at < bits; at++) {
            int bit = at * step & 255;
            words[bit >> 6] |= 1L << bit;
        }
        return words;
    }

    @Test
    void aListenerThatHasEnoughIsToldNoMore() {
        long[] words = new long[TurnedBits.WORDS * 100];
        HashIndex index = HashIndex.of(words, RADIUS);
        List<Integer> hits = new ArrayList<>();
        boolean finished = index.near(new long[TurnedBits.WORDS], 100, (position, distance) -> {
            hits.add(position);
            return hits.size() < 7;
        });
        assertThat(finished).isFalse();
        assertThat(hits).hasSize(7);
    }

    @Test
    void anEmptyIndexFindsNothing() {
        assertThat(found(HashIndex.of(new long[0], RADIUS), new long[TurnedBits.WORDS], 0))
                .isEmpty();
    }
}
