package org.photoledger.image;

import java.nio.ByteBuffer;
import org.photoledger.finding.FindingCode;

/** Adds the picture of one directory to the image-data digest, framed as {@link PixelStreamDigest} says. */
final class TiffPixels {

    /** Tags without which the strips mean something else. */
    static final int[] DECIDING = {
        256, 257, 258, 259, 262, 266, 277, 278, 284, 292, 293, 317, 320, 322, 323, 332, 338, 339, 347, 512, 530, 33421,
        33422
    };

    private final StructureDraft draft;

    TiffPixels(StructureDraft draft) {
        this.draft = draft;
    }

    void add(TiffDirectory directory) throws CutShortException {
        for (int tag : DECIDING) {
            TiffDirectory.Entry entry = directory.entries().get(tag);
            if (entry != null && entry.whole()) {
                numbers(directory, tag);
            } else if (entry != null) {
                Span bytes = directory.bytes(tag);
                if (bytes != null) {
                    draft.digest.part(tag, bytes);
                }
            }
        }
        if (directory.has(273)) {
            strips(directory, 273, 279);
        } else if (directory.has(324)) {
            strips(directory, 324, 325);
        } else {
            strips(directory, 513, 514);
        }
    }

    /** As 4 bytes each, whatever type and byte order they are stored in. */
    private void numbers(TiffDirectory directory, int tag) throws CutShortException {
        int count = Math.min(directory.count(tag), 1 << 18);
        ByteBuffer values = ByteBuffer.allocate(4 * count);
        for (int i = 0; i < count; i++) {
            values.putInt((int) directory.number(tag, i, 0));
        }
        draft.digest.part(tag, values.capacity());
        draft.digest.bytes(values.array());
    }

    private void strips(TiffDirectory directory, int offsets, int lengths) throws CutShortException {
        int count = directory.count(offsets);
        int missing = 0;
        for (int i = 0; i < count && !draft.digest.isBroken(); i++) {
            long length = directory.number(lengths, i, 0);
            Span strip = directory.file().clip(directory.number(offsets, i, 0), length);
            draft.digest.part(offsets, strip);
            if (strip.length() > 0) {
                draft.digest.pixelsSeen();
            }
            missing += strip.length() < length ? 1 : 0;
        }
        if (missing > 0) {
            draft.finding(
                    FindingCode.TRUNCATED,
                    missing + " of " + count + " strips or tiles lie beyond the end of the file");
        }
        if (draft.digest.isBroken()) {
            draft.finding(FindingCode.STRUCTURE_DAMAGED, "strips or tiles overlap");
        }
    }
}
