package org.photoledger.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One tag of one metadata block as it stands in the file.
 *
 * @param block EXIF, XMP, IPTC, ICC, PHOTOSHOP, JFIF, COMMENT, PNG_TEXT, ...
 * @param directory the directory inside the block: IFD0, SubIFD0, ExifIFD, GPS, MakerNote Canon, an XMP namespace; the
 *     second of a name is {@code GPS 2}
 * @param tag the tag's number as {@code 0x9003}, or its path where it has no number
 * @param type the coded type (ASCII, SHORT, RATIONAL, ..., TEXT for a comment), null where the decoder does not tell
 * @param origins the decoders that gave this value, sorted: COMMONS_IMAGING, METADATA_EXTRACTOR, OWN
 * @param raw the value as text; undefined bytes as {@code \xNN}; rationals as {@code 1/60}
 * @param rawHex the bytes of a text in hex where raw does not give them back (no valid UTF-8, or NUL inside); else null
 * @param truncated whether raw or rawHex was cut at a limit
 */
public record MetadataValue(
        String block,
        String directory,
        String tag,
        String name,
        @Nullable String type,
        List<String> origins,
        String raw,
        @Nullable String rawHex,
        boolean truncated) {

    public MetadataValue {
        origins = List.copyOf(origins);
    }
}
