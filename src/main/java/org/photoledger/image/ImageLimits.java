package org.photoledger.image;

/**
 * Bounds that hold before any byte is decoded.
 *
 * @param pixels most pixels of a picture that is decoded
 * @param scans most scans of a progressive JPEG that is decoded: a bomb of thousands hangs native code beyond interruption
 * @param blockBytes most bytes of one metadata block
 * @param blocks most metadata blocks of one file
 * @param inflatedBytes most bytes that one compressed chunk (zTXt, iCCP) is inflated to
 * @param directories most TIFF directories or ISO boxes that are visited
 */
public record ImageLimits(long pixels, int scans, int blockBytes, int blocks, int inflatedBytes, int directories) {

    /** The shipped defaults; config/application.yml names each. */
    public static ImageLimits defaults() {
        return new ImageLimits(200_000_000L, 100, 16 << 20, 1_000, 8 << 20, 1_000);
    }
}
