package org.photoledger.similarity;

/**
 * A link between two photos, in either order.
 *
 * @param distance of their hashes in the nearest turn, 0 to 256 bits; of no meaning for {@link Band#SAME_IMAGE_DATA}
 * @param insideBorder whether they are near only inside the border of one or both
 */
public record LikePair(String sha256A, String sha256B, int distance, Band band, boolean insideBorder) {

    /** Whether it joins a cluster: a pair of too little detail does not. */
    boolean links() {
        return band != Band.LOW_DETAIL;
    }

    /** Whether what is near one is as near the other: equal hashes (in some turn) are, and so is one picture. */
    boolean ofOneNode() {
        return band == Band.SAME_IMAGE_DATA || (distance == 0 && !insideBorder);
    }
}
