package org.photoledger.image;

/**
 * How a preview lies in a raw file. Most are stored as the sensor saw them, and the photo's orientation turns them; some have
 * an orientation of their own, some are upright already.
 *
 * @param size of the preview as coded
 * @param own orientation in its own EXIF, 1 to 8, or 0 without one
 */
public record PreviewTurn(PixelSize size, int own) {

    /** The first of its own, the photo's, and none that gives the shape of the upright photo; the photo's where none does. */
    int turn(int photo, PixelSize full) {
        PixelSize upright = full.upright(photo);
        for (int orientation : new int[] {own, photo, 1}) {
            if (orientation != 0 && alike(size.upright(orientation), upright)) {
                return orientation;
            }
        }
        return photo;
    }

    /** Both lying, both standing, or one of them square. */
    private static boolean alike(PixelSize one, PixelSize other) {
        return Integer.signum(one.width() - one.height()) * Integer.signum(other.width() - other.height()) >= 0;
    }

    /** The orientation in the EXIF of a picture, 0 where there is none. */
    static int ownOf(ImageStructure picture) {
        for (MetadataBlock block : picture.blocks()) {
            if (block.kind() == MetadataBlock.Kind.EXIF) {
                return orientation(Span.of(ImageBytes.of(block.bytes())));
            }
        }
        return 0;
    }

    private static int orientation(Span exif) {
        try {
            Span block = exif.littleEndian(exif.starts("II"));
            long value = TiffDirectory.read(block, block.u32(4), false).number(274, 0, 0);
            return value >= 1 && value <= 8 ? (int) value : 0;
        } catch (CutShortException e) {
            return 0;
        }
    }
}
