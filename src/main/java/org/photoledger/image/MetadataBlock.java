package org.photoledger.image;

/**
 * A run of metadata bytes cut out of a photo by the container walker.
 *
 * @param offset where the block starts in the file, in bytes; for a block joined from several segments, the first
 * @param bytes the block without its container's framing: EXIF starts with the TIFF byte order, XMP with its packet, never changed after
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed from walker to reader once, blocks are never compared
public record MetadataBlock(Kind kind, long offset, byte[] bytes) {

    /** What a block holds. */
    public enum Kind {
        EXIF,
        XMP,
        /** Photoshop image resources (JPEG APP13 without its identifier, TIFF tag 34377), with IPTC-IIM inside. */
        PHOTOSHOP,
        /** IPTC-IIM records alone (TIFF tag 33723, PNG raw profile). */
        IPTC,
        ICC,
        /** Multi-picture format index (JPEG APP2 MPF), TIFF-framed. */
        MPF,
        /** JPEG COM segment or GIF comment. */
        COMMENT,
        /** One PNG tEXt, zTXt or iTXt entry: keyword, a NUL, then text as UTF-8. */
        PNG_TEXT,
        /** JFIF or another small header of the format itself. */
        HEADER
    }
}
