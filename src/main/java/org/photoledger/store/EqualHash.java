package org.photoledger.store;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.photoledger.similarity.PerceptualHash;

/**
 * A member of a group of photos of one hash; its natural order puts first what the others are linked to: one with detail
 * enough, then the smaller digest.
 *
 * @param imageDataSha256 of its coded image data, null if unknown
 */
public record EqualHash(
        long id,
        String sha256,
        PerceptualHash hash,
        @Nullable String imageDataSha256,
        boolean linked) implements Comparable<EqualHash> {

    private static final Comparator<EqualHash> ORDER =
            Comparator.comparing((EqualHash photo) -> !photo.hash.detailed()).thenComparing(EqualHash::sha256);

    @Override
    public int compareTo(EqualHash other) {
        return ORDER.compare(this, other);
    }

    /** Whether the two are linked by their image data already. */
    public boolean sameImageData(EqualHash other) {
        return imageDataSha256 != null && imageDataSha256.equals(other.imageDataSha256);
    }
}
