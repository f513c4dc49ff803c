package org.photoledger.similarity;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * PDQ perceptual hash of an upright picture: 256 bits as 64 hexadecimal digits, word 15 first.
 *
 * @param quality gradient quality 0 to 100; below 50 a picture has too little detail to be matched
 */
public record PerceptualHash(String hex, int quality) {

    /** The comparable space: hashes of another algorithm id are never compared with these. */
    public static final String ALGORITHM = "pdq-sub1500-box512-square320-1";

    /** Below this a picture has too little detail for its hash to say much (PDQ's own threshold). */
    public static final int LEAST_QUALITY = 50;

    /** Up to this distance two pictures are near (PDQ's own threshold). */
    public static final int NEAR = 31;

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public PerceptualHash {
        if (!FORM.matcher(hex).matches() || quality < 0 || quality > 100) {
            throw new IllegalArgumentException("not a perceptual hash: " + hex + " quality " + quality);
        }
    }

    /** From four words as {@link #words} gives them. */
    public static PerceptualHash of(long[] words, int quality) {
        return new PerceptualHash(
                String.format(Locale.ROOT, "%016x%016x%016x%016x", words[0], words[1], words[2], words[3]), quality);
    }

    /** Whether the picture has enough detail for its hash to be compared without a doubt. */
    public boolean detailed() {
        return quality >= LEAST_QUALITY;
    }

    /** The bits as four words of 64, in the order of the digits. */
    public long[] words() {
        return new long[] {word(0), word(16), word(32), word(48)};
    }

    /**
     * The hash of the picture turned upright from this EXIF orientation 1 to 8, as {@link org.photoledger.image.Luma#turned}
     * turns it; by {@link TurnedBits}, a few bits off the hash of the turned pixels.
     */
    public PerceptualHash turned(int orientation) {
        return of(TurnedBits.turned(words(), orientation), quality);
    }

    /** Hamming distance, 0 to 256 bits. */
    public int distance(PerceptualHash other) {
        return TurnedBits.distance(words(), other.words());
    }

    private long word(int at) {
        return Long.parseUnsignedLong(hex, at, at + 16, 16);
    }
}
