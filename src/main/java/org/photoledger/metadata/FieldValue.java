package org.photoledger.metadata;

/**
 * The chosen value of a normalized field, and how sure it is.
 *
 * @param text the value: text as it is, a number in plain decimal form, a truth as {@code true} or {@code false}
 * @param origin where the chosen value stands: EXIF, XMP, IPTC, MAKER_NOTE, GPS, STRUCTURE
 */
public record FieldValue(String text, String origin, Agreement agreement) {

    /** Whether the origins and decoders that gave a value gave the same. */
    public enum Agreement {
        AGREE,
        SINGLE,
        CONFLICT
    }
}
