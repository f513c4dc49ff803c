package org.photoledger.similarity;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a photo is compared with another by.
 *
 * @param imageDataSha256 of its coded image data; null if its container was not understood
 * @param pixels its width times its height
 * @param hash of the whole upright picture
 * @param trimmedHash of what is inside its {@link UniformBorder}; null if it has none
 * @param thumb of the upright picture; null if none was kept
 * @param numbers accepted ones, where they stand in the upright picture
 */
public record ComparedPhoto(
        String sha256,
        @Nullable String imageDataSha256,
        long pixels,
        PerceptualHash hash,
        @Nullable PerceptualHash trimmedHash,
        @Nullable Thumb thumb,
        Shot shot,
        List<NumberRegion> numbers) {

    private static final Comparator<ComparedPhoto> ORIGINAL_FIRST =
            Comparator.comparingLong(ComparedPhoto::pixels).reversed().thenComparing(ComparedPhoto::sha256);

    /** Of a pair the one with more pixels, then of the smaller digest, is the original. */
    boolean isOriginalOf(ComparedPhoto other) {
        return ORIGINAL_FIRST.compare(this, other) <= 0;
    }

    boolean sameImageData(ComparedPhoto other) {
        return imageDataSha256 != null && imageDataSha256.equals(other.imageDataSha256);
    }
}
