package org.photoledger.photo;

import org.jspecify.annotations.Nullable;
import org.photoledger.digest.Sha256;
import org.photoledger.similarity.PerceptualHash;

/**
 * The thumbnail in a photo's EXIF: programs that change the picture often leave it as it was.
 *
 * @param sha256 digest of its bytes
 * @param perceptualHash of the thumbnail turned as the photo is, with or without the black bars that fill up its frame,
 *     whichever is nearer to the photo; null where it cannot be decoded
 * @param distance of the two hashes, 0 to 256 bits; null where one is missing
 */
public record EmbeddedThumbnail(
        Sha256 sha256,
        @Nullable PerceptualHash perceptualHash,
        @Nullable Integer distance) {}
