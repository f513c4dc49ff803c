package org.photoledger.image;

/** A container of pixels, known by its signature and never by a file name. */
public enum ImageFormat {
    JPEG,
    PNG,
    WEBP,
    /** TIFF and the raw formats built on it: DNG, NEF, CR2, ARW, PEF, SRW, ORF, RW2. */
    TIFF,
    /** ISO base media: HEIC, HEIF, AVIF, CR3. */
    ISO_BMFF,
    /** Raw files of Fuji cameras. */
    RAF,
    /** JPEG XL, as a bare codestream or in boxes. */
    JXL,
    GIF,
    BMP,
    /** Anything else: no structure is read, decoding is tried by media type only. */
    OTHER
}
