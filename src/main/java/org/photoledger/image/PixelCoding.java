package org.photoledger.image;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a picture is coded, as far as it must be known before a byte is decoded.
 *
 * @param scans coded scans of a JPEG (SOS markers), 0 elsewhere
 * @param components of a JPEG: 1 grey, 3 colour, 4 inks; 0 elsewhere
 * @param unread why no decoder of ours reads this coding, null where one may
 * @param pixelBytes bytes of a pixel in the raster that decoding makes
 * @param heldBytes what decoding holds beside the raster that it makes: coefficients, one strip, the whole picture
 * @param page of a TIFF, which page of its chain is the picture, from 0
 * @param rowsWhole of a TIFF without compression, whether its strips hold all rows; a last strip may be shorter than others
 * @param raw whether the picture is the raw data of a camera's sensor, which only its previews show
 * @param previews JPEGs embedded in such a file, the one of the most pixels first
 */
public record PixelCoding(
        int scans,
        int components,
        @Nullable String unread,
        int pixelBytes,
        long heldBytes,
        int page,
        boolean rowsWhole,
        boolean raw,
        List<EmbeddedJpeg> previews) {

    static final int DEFAULT_PIXEL_BYTES = 4;

    public PixelCoding {
        previews = List.copyOf(previews);
    }

    /** Of a picture of which nothing is to be known. */
    public static PixelCoding plain() {
        return new PixelCoding(0, 0, null, DEFAULT_PIXEL_BYTES, 0, 0, false, false, List.of());
    }
}
