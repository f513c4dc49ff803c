package org.photoledger.image;

/** A container of pixels, known by its signature and never by a file name. */
public enum ImageFormat {
    JPEG,
    PNG,
    WEBP,
    /** TIFF and the raw formats built on it: DNG, NEF, CR2, ARW. */
    TIFF,
    /** ISO base media: HEIC, HEIF, AVIF, CR3. */
    ISO_BMFF,
    GIF,
    BMP,
    /** Anything else: no structure is read, decoding is tried by media type only. */
    OTHER
}
