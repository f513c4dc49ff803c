package org.photoledger.image;

import java.util.List;
import org.photoledger.image.MetadataBlock.Kind;

/**
 * The moov box of a Canon CR3: CMT1 (IFD0), CMT2 (Exif), CMT3 (maker note), CMT4 (GPS), each a TIFF of its own, the size of the
 * largest track, and the JPEGs that show it: THMB, and the first sample of a track where that is one. Source: L. Clévy's
 * description of CR3 (github.com/lclevy/canon_cr3).
 */
final class CanonMovie {

    private static final String CANON_UUID =
            "\u0085\u00c0\u00b6\u0087\u0082\u000f\u0011\u00e0\u0081\u0011\u00f4\u00ceF+jH";
    private static final String[] TO_TABLES = {"mdia", "minf", "stbl"};

    private final Span file;
    private final StructureDraft draft;
    private long width;
    private long height;

    CanonMovie(Span file, StructureDraft draft) {
        this.file = file;
        this.draft = draft;
    }

    void walk(Span moov) throws CutShortException {
        for (IsoBox box : IsoBox.list(moov, draft)) {
            if (box.type().equals("uuid") && box.uuid().equals(CANON_UUID)) {
                draft.coding.raw();
                canon(box.body());
            } else if (box.type().equals("trak")) {
                track(box.body(), 0);
            }
        }
        if (width > 0 && height > 0 && !draft.hasSize()) {
            draft.size(width, height);
        }
    }

    private void canon(Span body) throws CutShortException {
        for (IsoBox box : IsoBox.list(body, draft)) {
            if (box.type().startsWith("CMT")) {
                draft.block(Kind.EXIF, box.body());
            } else if (box.type().equals("THMB")) {
                draft.coding.preview(box.body(), 16, box.body().u32(8));
            }
        }
    }

    /** Three boxes deep, never deeper. */
    private void track(Span body, int depth) throws CutShortException {
        List<IsoBox> boxes = IsoBox.list(body, draft);
        if (depth == TO_TABLES.length) {
            tables(boxes);
            return;
        }
        for (IsoBox box : boxes) {
            if (box.type().equals(TO_TABLES[depth])) {
                track(box.body(), depth + 1);
            }
        }
    }

    /** Each track of a CR3 has one sample. */
    private void tables(List<IsoBox> boxes) throws CutShortException {
        long offset = -1;
        long length = 0;
        for (IsoBox box : boxes) {
            Span body = box.body();
            switch (box.type()) {
                case "stsd" -> samples(body);
                case "stsz" -> length = body.u32(4) == 0 ? body.u32(12) : body.u32(4);
                case "stco" -> offset = body.u32(8);
                case "co64" -> offset = body.u64(8);
                default -> {}
            }
        }
        draft.coding.preview(file, offset, length);
    }

    private void samples(Span body) throws CutShortException {
        if (body.holds(12, "CRAW")) {
            long trackWidth = body.u16(40);
            long trackHeight = body.u16(42);
            if (trackWidth * trackHeight > width * height) {
                width = trackWidth;
                height = trackHeight;
            }
        }
    }
}
