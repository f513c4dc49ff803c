package org.photoledger.photo;

import org.jspecify.annotations.Nullable;
import org.photoledger.digest.Sha256;

/**
 * The normalized record of one distinct picture file.
 *
 * @param sha256 digest of the whole file: the photo's identity
 * @param sha1 SHA-1 of the same bytes as 40 hexadecimal digits, for lists that other tools made
 * @param md5 MD5 of the same bytes as 32 hexadecimal digits, null unless the settings ask for it
 */
public record Photo(Sha256 sha256, String sha1, @Nullable String md5, long bytes, PhotoExamination examination) {

    /** The same with another examination. */
    public Photo with(PhotoExamination other) {
        return new Photo(sha256, sha1, md5, bytes, other);
    }
}
