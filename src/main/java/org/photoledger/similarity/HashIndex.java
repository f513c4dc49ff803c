package org.photoledger.similarity;

/**
 * All hashes within a Hamming distance of one, exactly: multi-index hashing (M. Norouzi, A. Punjani, D. J. Fleet, Fast
 * Exact Search in Hamming Space with Multi-Index Hashing, TPAMI 2014). The 256 bits are cut into slots; of two hashes at
 * most r bits apart at least one slot differs by at most its share of r, so that looking up every slot's near values finds
 * them all. Immutable once built: any number of threads may search. About 100 bytes a hash at a million, the words included.
 */
public final class HashIndex {

    /** What is told of each hash found. */
    @FunctionalInterface
    public interface Hit {

        /**
         * A hash within the radius; each once, in no particular order.
         *
         * @param position where it stands in the words that the index was made of, counted in hashes
         * @return whether to go on
         */
        boolean at(int position, int distance);
    }

    private static final int BITS = 256;
    private static final int FEW = 200_000;
    private static final int MANY = 3_000_000;

    private final long[] words;
    private final int radius;
    private final HashSlot[] slots;

    private HashIndex(long[] words, int radius, HashSlot[] slots) {
        this.words = words;
        this.radius = radius;
        this.slots = slots;
    }

    /**
     * Of hashes of four words each, as {@link PerceptualHash#words} gives them, one after the other; not copied.
     *
     * @param radius the distance up to which hashes are found
     */
    public static HashIndex of(long[] words, int radius) {
        int hashes = words.length / TurnedBits.WORDS;
        // so that about one hash has a value
        return of(words, radius, hashes <= FEW ? 16 : hashes <= MANY ? 13 : 11);
    }

    static HashIndex of(long[] words, int radius, int count) {
        HashSlot[] slots = new HashSlot[count];
        int from = 0;
        for (int at = 0; at < count; at++) {
            int bits = (BITS - from + count - at - 1) / (count - at);
            // the shares, each plus one, add up to the radius plus one; the longer slots come first and take more
            int share = (radius + count - at) / count - 1;
            slots[at] = HashSlot.of(words, from, bits, share);
            from += bits;
        }
        return new HashIndex(words, radius, slots);
    }

    /** How many hashes there are. */
    public int size() {
        return words.length / TurnedBits.WORDS;
    }

    /**
     * Tells all hashes within the radius of the query's four words that stand before a position: with the position of the
     * query itself each pair of a set is told once, with {@link #size} every hash is. False if the listener stopped it.
     */
    public boolean near(long[] query, int before, Hit hit) {
        for (int at = 0; at < slots.length; at++) {
            if (!near(query, at, before, hit)) {
                return false;
            }
        }
        return true;
    }

    private boolean near(long[] query, int at, int before, Hit hit) {
        HashSlot slot = slots[at];
        int own = slot.value(query, 0);
        for (int flip : slot.flips()) {
            int end = slot.start((own ^ flip) + 1);
            for (int entry = slot.start(own ^ flip); entry < end; entry++) {
                int position = slot.position(entry);
                if (position >= before) {
                    break;
                }
                int distance = distance(query, position);
                if (distance <= radius && first(at, query, position) && !hit.at(position, distance)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether no earlier slot tells this hash. */
    private boolean first(int slot, long[] query, int position) {
        for (int at = 0; at < slot; at++) {
            int off = slots[at].value(query, 0) ^ slots[at].value(words, TurnedBits.WORDS * position);
            if (Integer.bitCount(off) <= slots[at].share()) {
                return false;
            }
        }
        return true;
    }

    /** Exact up to the radius; most are beyond it after two words. */
    private int distance(long[] query, int position) {
        int at = TurnedBits.WORDS * position;
        int half = Long.bitCount(query[0] ^ words[at]) + Long.bitCount(query[1] ^ words[at + 1]);
        if (half > radius) {
            return half;
        }
        return half + Long.bitCount(query[2] ^ words[at + 2]) + Long.bitCount(query[3] ^ words[at + 3]);
    }
}
