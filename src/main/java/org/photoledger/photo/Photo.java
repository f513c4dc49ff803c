package org.photoledger.photo;

import org.photoledger.digest.Sha256;

/**
 * The normalized record of one distinct picture file.
 *
 * @param sha256 digest of the whole file: the photo's identity
 * @param sha1 SHA-1 of the same bytes as 40 hexadecimal digits, for lists that other tools made
 */
public record Photo(Sha256 sha256, String sha1, long bytes, PhotoExamination examination) {}
