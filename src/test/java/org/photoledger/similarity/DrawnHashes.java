package org.photoledger.similarity;

import java.util.Arrays;
import java.util.Random;

/**
 * Hashes as an archive has them: unlike ones, copies of earlier ones some bits off and in any turn, equal ones, and low ones
 * of few set bits that crowd a corner of the space. Half of each hash's bits are set, but of the low ones.
 */
final class DrawnHashes {

    private final long[] words;
    private final Random random;

    private DrawnHashes(int count, long seed) {
        this.words = new long[TurnedBits.WORDS * count];
        this.random = new Random(seed);
    }

    /**
     * Of a hundred, on average: so many are copies up to 60 bits off, two are equal to an earlier one and one is low.
     */
    static long[] of(int count, int copiesInHundred, long seed) {
        DrawnHashes drawn = new DrawnHashes(count, seed);
        for (int at = 0; at < count; at++) {
            long[] hash = drawn.next(at, copiesInHundred);
            System.arraycopy(hash, 0, drawn.words, TurnedBits.WORDS * at, TurnedBits.WORDS);
        }
        return drawn.words;
    }

    static long[] at(long[] words, int position) {
        return Arrays.copyOfRange(words, TurnedBits.WORDS * position, TurnedBits.WORDS * (position + 1));
    }

    private long[] next(int at, int copies) {
        int kind = random.nextInt(100);
        if (at > 0 && kind < copies) {
            long[] copy = TurnedBits.turned(at(words, random.nextInt(at)), 1 + random.nextInt(TurnedBits.TURNS));
            return flipped(copy, random.nextInt(60));
        }
        if (at > 0 && kind < copies + 2) {
            return at(words, random.nextInt(at));
        }
        return kind == 99 ? flipped(new long[TurnedBits.WORDS], 25) : unlike();
    }

    private long[] unlike() {
        long[] hash = new long[TurnedBits.WORDS];
        int set = 0;
        while (set < 128) {
            int bit = random.nextInt(256);
            long mask = 1L << bit;
            set += (hash[bit >> 6] & mask) == 0 ? 1 : 0;
            hash[bit >> 6] |= mask;
        }
        return hash;
    }

    private long[] flipped(long[] hash, int bits) {
        for (int flip = 0; flip < bits; flip++) {
            int bit = random.nextInt(256);
            hash[bit >> 6] ^= 1L << bit;
        }
        return hash;
    }
}
