package org.photoledger.image;

import org.jspecify.annotations.Nullable;

/**
 * The JPEG that a photo's EXIF carries as a thumbnail. Source: Exif 2.32 section 4.5.5, IFD1 with JPEGInterchangeFormat (513)
 * and its length (514).
 *
 * @param jpeg its bytes, null where its place lies outside its block
 * @param problem why there are no bytes, null where there are
 */
public record ExifThumbnail(
        @Nullable ImageBytes jpeg, @Nullable String problem) {

    private static final int OFFSET = 513;
    private static final int LENGTH = 514;

    /** The first one of a photo, null where there is none or an empty one. */
    public static @Nullable ExifThumbnail of(ImageStructure structure) {
        for (MetadataBlock block : structure.blocks()) {
            ExifThumbnail found = block.kind() == MetadataBlock.Kind.EXIF ? in(block) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable ExifThumbnail in(MetadataBlock exif) {
        Span block = Span.of(ImageBytes.of(exif.bytes()));
        block = block.littleEndian(block.starts("II"));
        try {
            TiffDirectory main = TiffDirectory.read(block, block.u32(4), false);
            TiffDirectory second = main.next() == 0 ? null : TiffDirectory.read(block, main.next(), false);
            return second == null ? null : named(block, second);
        } catch (CutShortException e) {
            // the metadata's decoders tell what is damaged about the directories themselves
            return null;
        }
    }

    private static @Nullable ExifThumbnail named(Span block, TiffDirectory directory) throws CutShortException {
        long offset = directory.number(OFFSET, 0, 0);
        long length = directory.number(LENGTH, 0, 0);
        if (!directory.has(OFFSET) || length == 0) {
            return null;
        }
        return block.has(offset, length)
                ? new ExifThumbnail(ImageBytes.of(block.part(offset, length).copy()), null)
                : new ExifThumbnail(
                        null,
                        "EXIF names a thumbnail of " + length + " bytes at offset " + offset + " of a block of "
                                + block.length());
    }
}
