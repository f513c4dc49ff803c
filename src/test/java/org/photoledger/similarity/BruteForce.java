package org.photoledger.similarity;

/** Every hash looked at: what the index has to find. */
final class BruteForce {

    private BruteForce() {}

    /** All hashes before a position within the radius. */
    static void near(long[] words, long[] query, int radius, int before, HashIndex.Hit hit) {
        for (int position = 0; position < before; position++) {
            int at = TurnedBits.WORDS * position;
            int half = Long.bitCount(query[0] ^ words[at]) + Long.bitCount(query[1] ^ words[at + 1]);
            if (half > radius) {
                continue;
            }
            int distance = half + Long.bitCount(query[2] ^ words[at + 2]) + Long.bitCount(query[3] ^ words[at + 3]);
            if (distance <= radius) {
                hit.at(position, distance);
            }
        }
    }
}
