package org.photoledger.store;

import org.jspecify.annotations.Nullable;
import org.photoledger.similarity.PerceptualHash;

/**
 * A photo that can be compared with others by its hash.
 *
 * @param trimmedHash of what is inside its border, null if it has none
 * @param partners photos of another hash that were near it when it was last compared
 * @param linked whether it was compared with all others that are linked
 */
public record HashedPhoto(
        long id, PerceptualHash hash, @Nullable PerceptualHash trimmedHash, int partners, boolean linked) {}
