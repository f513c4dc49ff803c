package org.photoledger.store;

import org.jspecify.annotations.Nullable;

/**
 * A photo as lists of duplicates show it.
 *
 * @param width of the coded picture in pixels, null if unknown, as the height is
 * @param captureTime ISO 8601, the camera's local time; null if unknown
 * @param decode what became of the pixels; null if there are none
 * @param hashQuality 0 to 100, null without a hash
 * @param hashAlgorithm the comparable space of its hash, null without one
 * @param partners photos of another hash that are near it
 * @param hub whether these are more than are kept as pairs
 * @param path {@code SOURCE/path} of its first file, null if none is recorded
 */
public record LinkedPhoto(
        long id,
        String sha256,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String captureTime,
        @Nullable String decode,
        @Nullable Integer hashQuality,
        @Nullable String hashAlgorithm,
        int partners,
        boolean hub,
        @Nullable String path) {}
