package org.photoledger.store;

import org.jspecify.annotations.Nullable;
import org.photoledger.similarity.Band;
import org.photoledger.similarity.Likeness.Objection;
import org.photoledger.similarity.Link;

/**
 * A pair of linked photos as it is kept.
 *
 * @param sha256A the smaller digest
 * @param distance of their hashes in the nearest turn, in bits; null where equal image data made the pair
 * @param turn EXIF orientation 1 to 8 that brings the copy into the original's position; null as the distance is
 * @param residual of their thumbs in that turn; null where they were not compared
 * @param reason what keeps a near pair from being a probable copy, null if nothing does
 */
public record LinkedPair(
        String sha256A,
        String sha256B,
        @Nullable Integer distance,
        @Nullable Integer turn,
        @Nullable Double residual,
        Band band,
        @Nullable Objection reason) {

    /** A pair that is not kept, as it would be. */
    public static LinkedPair of(Link link) {
        Objection objection = link.likeness().objection();
        return new LinkedPair(
                link.sha256A(),
                link.sha256B(),
                link.distance(),
                link.turn(),
                link.residual(),
                link.likeness().band(),
                objection == Objection.NONE ? null : objection);
    }

    /** The digest of the photo that is not this one. */
    public String other(String sha256) {
        return sha256A.equals(sha256) ? sha256B : sha256A;
    }
}
