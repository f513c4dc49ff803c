package org.photoledger.image;

import java.util.Map;
import java.util.TreeMap;
import org.photoledger.finding.FindingCode;

/**
 * Raw file of a Fuji camera: a JPEG with all metadata, a directory that has the raw picture's size, and the raw data. The
 * numbers are big-endian. Source: ExifTool's FujiFilm.pm and its description of the RAF header.
 */
final class RafWalker {

    private static final int JPEG_PLACE = 84;
    private static final int DIRECTORY_PLACE = 92;
    private static final int PIXELS_PLACE = 100;
    private static final int FULL_SIZE = 0x100;
    private static final int CROPPED_SIZE = 0x111;

    private final Span file;
    private final StructureDraft draft;

    RafWalker(Span file, StructureDraft draft) {
        this.file = file;
        this.draft = draft;
    }

    void walk() throws CutShortException {
        draft.coding.raw();
        jpeg(file.u32(JPEG_PLACE), file.u32(JPEG_PLACE + 4));
        Span directory = place(DIRECTORY_PLACE);
        size(directory);
        Span pixels = place(PIXELS_PLACE);
        draft.digest.part("CFA ", pixels);
        if (pixels.length() > 0) {
            draft.digest.pixelsSeen();
        }
    }

    private Span place(int at) throws CutShortException {
        long length = file.u32(at + 4);
        Span found = file.clip(file.u32(at), length);
        if (found.length() < length) {
            draft.finding(
                    FindingCode.TRUNCATED,
                    "the header says " + length + " bytes at offset " + file.u32(at) + ", " + found.length()
                            + " are there");
        }
        return found;
    }

    /** Its metadata are the photo's; its pixels are a preview. */
    private void jpeg(long offset, long length) {
        Span jpeg = file.clip(offset, length);
        draft.coding.preview(file, offset, length);
        StructureDraft inner = new StructureDraft(draft.limits, jpeg.length());
        try {
            new JpegWalker(jpeg, inner).walk();
        } catch (CutShortException e) {
            draft.finding(FindingCode.TRUNCATED, "the embedded JPEG: " + e.what());
        }
        ImageStructure found = inner.finish(ImageFormat.JPEG);
        found.blocks().forEach(block -> draft.block(block.kind(), block.offset(), block.bytes()));
    }

    /** Entries of tag, length and value; sizes are height, then width. */
    private void size(Span directory) throws CutShortException {
        Map<Integer, Span> sizes = new TreeMap<>();
        int at = 4;
        for (long left = directory.u32(0); left > 0 && directory.has(at, 4); left--) {
            int tag = directory.u16(at);
            int length = directory.u16(at + 2L);
            if (tag == FULL_SIZE || tag == CROPPED_SIZE) {
                sizes.put(tag, directory.clip(at + 4L, length));
            }
            at += 4 + length;
        }
        Span size = sizes.getOrDefault(CROPPED_SIZE, sizes.get(FULL_SIZE));
        if (size != null) {
            draft.size(size.u16(2), size.u16(0));
        }
    }
}
