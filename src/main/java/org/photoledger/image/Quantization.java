package org.photoledger.image;

import org.jspecify.annotations.Nullable;
import org.photoledger.digest.Sha256;

/**
 * The quantization tables that a JPEG was coded with: a camera model or program has few sets of them.
 *
 * @param digest SHA-256 over the tables in order of their number, each as in its segment DQT (ITU-T T.81 B.2.4.1): one byte
 *     of precision and number, then 64 values in zigzag order, of one byte each or two; of a number that is defined more
 *     than once, the last before the first scan
 * @param jpegQuality the setting 1 to 100 of the Independent JPEG Group's encoder that gives the luminance table, null
 *     where none does: cameras and Photoshop have tables of their own
 */
public record Quantization(Sha256 digest, @Nullable Integer jpegQuality) {}
