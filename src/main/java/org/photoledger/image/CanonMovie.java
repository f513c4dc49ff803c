package org.photoledger.image;

import org.photoledger.image.MetadataBlock.Kind;

/**
 * The moov box of a Canon CR3: CMT1 (IFD0), CMT2 (Exif), CMT3 (maker note), CMT4 (GPS), each a TIFF of its own, and the size of the
 * largest track.
 */
final class CanonMovie {

    private static final String CANON_UUID =
            "\u0085\u00c0\u00b6\u0087\u0082\u000f\u0011\u00e0\u0081\u0011\u00f4\u00ceF+jH";
    private static final String[] TO_SAMPLES = {"mdia", "minf", "stbl", "stsd"};

    private final StructureDraft draft;
    private long width;
    private long height;

    CanonMovie(StructureDraft draft) {
        this.draft = draft;
    }

    void walk(Span moov) throws CutShortException {
        for (IsoBox box : IsoBox.list(moov, draft)) {
            if (box.type().equals("uuid") && box.uuid().equals(CANON_UUID)) {
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
            }
        }
    }

    /** Four boxes deep, never deeper. */
    private void track(Span body, int depth) throws CutShortException {
        for (IsoBox box : IsoBox.list(body, draft)) {
            if (box.type().equals(TO_SAMPLES[depth])) {
                if (depth == TO_SAMPLES.length - 1) {
                    samples(box.body());
                } else {
                    track(box.body(), depth + 1);
                }
            }
        }
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
