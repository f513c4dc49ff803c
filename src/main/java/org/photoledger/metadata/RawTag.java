package org.photoledger.metadata;

import org.jspecify.annotations.Nullable;

/**
 * A tag as one decoder gave it.
 *
 * @param directory IFD0, IFD1, SubIFD0, ExifIFD, GPS, InteropIFD, MakerNote ..., or the block's own division; the second of a
 *     name is {@code GPS 2}
 * @param number the tag's number, -1 where it has none and name identifies it
 * @param raw as text; rationals as n/d, lists separated by a space
 * @param bytes of text and undefined values, for what needs decoding of its own; null elsewhere
 */
@SuppressWarnings("ArrayRecordComponent") // handed from decoder to reader once, never compared
record RawTag(
        String directory, int number, String name, @Nullable String type, String raw, byte @Nullable [] bytes) {

    String tag() {
        return number < 0 ? name : String.format(java.util.Locale.ROOT, "0x%04x", number);
    }
}
