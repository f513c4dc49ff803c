package org.photoledger.similarity;

import java.util.regex.Pattern;

/**
 * PDQ perceptual hash of an upright picture: 256 bits as 64 hexadecimal digits, word 15 first.
 *
 * @param quality gradient quality 0 to 100; below 50 a picture has too little detail to be matched
 */
public record PerceptualHash(String hex, int quality) {

    /** The comparable space: hashes of another algorithm id are never compared with these. */
    public static final String ALGORITHM = "pdq-sub1500-box512-1";

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public PerceptualHash {
        if (!FORM.matcher(hex).matches() || quality < 0 || quality > 100) {
            throw new IllegalArgumentException("not a perceptual hash: " + hex + " quality " + quality);
        }
    }

    /** Hamming distance, 0 to 256 bits. */
    public int distance(PerceptualHash other) {
        int distance = 0;
        for (int at = 0; at < 64; at += 16) {
            distance += Long.bitCount(word(at) ^ other.word(at));
        }
        return distance;
    }

    private long word(int at) {
        return Long.parseUnsignedLong(hex, at, at + 16, 16);
    }
}
