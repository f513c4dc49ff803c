package org.photoledger.similarity;

/** How alike two photos are. Two paths of the same bytes are one photo and no pair. */
public enum Band {
    /** The coded image data is equal: only metadata differ. */
    SAME_IMAGE_DATA,
    /** The same picture, coded anew, shrunk or turned: a probable copy. */
    REENCODE,
    /** An edited copy, or another moment of the scene. */
    NEAR,
    /** Alike, but with too little detail to say more: for review, never a link of a cluster. */
    LOW_DETAIL
}
