package org.photoledger.store;

import org.jspecify.annotations.Nullable;
import org.photoledger.similarity.PerceptualHash;

/**
 * A photo that can be compared with others by its hash.
 *
 * @param trimmedHash of what is inside its border, null if it has none
 * @param partners photos of another hash that are near it, as far as it was counted
 */
public record HashedPhoto(
        long id, PerceptualHash hash, @Nullable PerceptualHash trimmedHash, int partners, State state) {

    /** How far a photo's linking has come. */
    public enum State {
        NEW,
        /** Its partners among all that are counted are. */
        COUNTED,
        /** Its pairs with all that are paired are kept. */
        PAIRED
    }
}
