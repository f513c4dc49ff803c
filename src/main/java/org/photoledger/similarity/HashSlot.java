package org.photoledger.similarity;

import java.util.stream.IntStream;

/** Hashes by the value of some of their bits: for each value where its positions start, and the positions, ascending. */
final class HashSlot {

    private final int from;
    private final int bits;
    private final int share;
    private final int[] starts;
    private final int[] positions;
    private final int[] flips;

    private HashSlot(int from, int bits, int share, int hashes) {
        this.from = from;
        this.bits = bits;
        this.share = share;
        this.starts = new int[(1 << bits) + 1];
        this.positions = new int[hashes];
        // ascending: neighbours in memory
        this.flips = IntStream.range(0, 1 << bits)
                .filter(flip -> Integer.bitCount(flip) <= share)
                .toArray();
    }

    /**
     * By so many bits (at most 30) from one on, counted from the first word's highest.
     *
     * @param share how many of the bits may differ between a query and what is found here; none if negative
     */
    static HashSlot of(long[] words, int from, int bits, int share) {
        HashSlot slot = new HashSlot(from, bits, share, words.length / TurnedBits.WORDS);
        slot.fill(words);
        return slot;
    }

    /** A counting sort. */
    private void fill(long[] words) {
        for (int at = 0; at < words.length; at += TurnedBits.WORDS) {
            starts[value(words, at) + 1]++;
        }
        for (int value = 1; value < starts.length; value++) {
            starts[value] += starts[value - 1];
        }
        int[] next = starts.clone();
        for (int at = 0; at < words.length; at += TurnedBits.WORDS) {
            positions[next[value(words, at)]++] = at / TurnedBits.WORDS;
        }
    }

    /** The value of this slot's bits in the hash whose words start there. */
    int value(long[] words, int offset) {
        int word = offset + (from >> 6);
        int shift = from & 63;
        long high = words[word] << shift;
        long low = shift + bits > Long.SIZE ? words[word + 1] >>> (Long.SIZE - shift) : 0;
        return (int) ((high | low) >>> (Long.SIZE - bits));
    }

    int share() {
        return share;
    }

    /** What to exclusive-or a query's value with to get every value within the share. */
    int[] flips() {
        return flips;
    }

    /** The first entry of a value; that of the next value ends it. */
    int start(int value) {
        return starts[value];
    }

    int position(int entry) {
        return positions[entry];
    }
}
