package org.photoledger.image;

import org.photoledger.finding.FindingCode;

/**
 * Segments and scans of a JPEG up to its end marker. Source: ITU-T T.81 annex B; Exif 2.32 section 4.7; XMP part 3; ICC.1
 * annex B.4; CIPA DC-007 (MPF).
 */
final class JpegWalker {

    private final Span file;
    private final StructureDraft draft;
    private final JpegBlocks blocks;
    private final QuantizationTables tables = new QuantizationTables();
    private int at = 2;
    private boolean sizeKnown;
    private long width;
    private boolean sofSeen;
    private boolean junkSeen;
    private int luminanceTable;

    JpegWalker(Span file, StructureDraft draft) {
        this.file = file;
        this.draft = draft;
        this.blocks = new JpegBlocks(draft);
    }

    void walk() throws CutShortException {
        try {
            while (segment()) {
                // each call takes at least one byte
            }
        } finally {
            blocks.finish();
            draft.quantization(tables.finish(luminanceTable));
            if (!sofSeen) {
                draft.digest.broken();
            }
            if (sofSeen && !sizeKnown) {
                draft.finding(FindingCode.STRUCTURE_DAMAGED, "the frame header has no height and no DNL gives one");
            }
        }
    }

    private boolean segment() throws CutShortException {
        int marker = nextMarker();
        if (marker < 0) {
            draft.finding(FindingCode.MISSING_END_MARKER, "no end marker (EOI) before the end of the file");
            return false;
        }
        if (marker == 0xd9) {
            draft.trailing(file.from(at));
            return false;
        }
        if (marker == 0xd8 || marker == 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
            junk("marker " + Integer.toHexString(marker) + " out of place at offset " + (at - 2));
            return true;
        }
        if (!file.has(at, 2)) {
            cut(marker, 2);
            return false;
        }
        int length = file.u16(at);
        if (length < 2) {
            draft.finding(FindingCode.STRUCTURE_DAMAGED, "segment at offset " + (at - 2) + " has length " + length);
            return true;
        }
        Span payload = file.clip(at + 2L, length - 2L);
        boolean whole = payload.length() == length - 2;
        if (!whole) {
            cut(marker, length);
        }
        at = Math.min(file.length(), at + length);
        take(marker, payload);
        return whole;
    }

    private void cut(int marker, int length) {
        draft.finding(
                FindingCode.TRUNCATED,
                "segment " + Integer.toHexString(0xff00 | marker) + " at offset " + (at - 2) + " has " + length
                        + " bytes, the file ends before");
        draft.finding(FindingCode.MISSING_END_MARKER, "no end marker (EOI) before the end of the file");
    }

    /** Reads fill bytes and the marker after them; what lies between segments and is no marker is damage. -1 at the end. */
    private int nextMarker() throws CutShortException {
        int from = at;
        while (at + 1 < file.length()) {
            int next = file.u8(at + 1);
            if (file.u8(at) == 0xff && next != 0 && next != 0xff) {
                at += 2;
                return next;
            }
            if (file.u8(at) != 0xff || next == 0) {
                junk("no marker at offset " + from);
            }
            at++;
        }
        at = file.length();
        return -1;
    }

    private void junk(String detail) {
        if (!junkSeen) {
            junkSeen = true;
            draft.finding(FindingCode.STRUCTURE_DAMAGED, detail);
        }
    }

    private void take(int marker, Span payload) throws CutShortException {
        if ((marker >= 0xe0 && marker <= 0xef) || marker == 0xfe) {
            blocks.take(marker, payload);
            if (marker == 0xee && payload.starts("Adobe") && payload.has(11, 1)) {
                draft.digest.marker(marker, 1);
                draft.digest.bytes(payload.part(11, 1));
            }
            return;
        }
        if ((marker < 0xc0 || marker > 0xdd || marker == 0xc8) && !JpegFrame.begins(marker)) {
            return;
        }
        draft.digest.marker(marker, payload.length());
        draft.digest.bytes(payload);
        if (marker == 0xda) {
            tables.close();
            scan();
        } else if (marker == 0xdb) {
            quantization(payload);
        } else if (marker == 0xdc && sofSeen && !sizeKnown && payload.has(0, 2)) {
            size(payload.u16(0));
        } else if (JpegFrame.begins(marker) && !sofSeen) {
            frame(marker, payload);
        }
    }

    private void frame(int marker, Span payload) throws CutShortException {
        JpegFrame frame = JpegFrame.of(marker, payload);
        width = frame.width();
        sofSeen = true;
        // of the first component: its identifier, its sampling, then its table
        luminanceTable = payload.has(8, 1) ? payload.u8(8) : 0;
        draft.coding.frame(frame);
        if (frame.height() > 0) {
            size(frame.height());
        }
    }

    private void quantization(Span payload) throws CutShortException {
        if (!tables.take(payload)) {
            draft.finding(
                    FindingCode.STRUCTURE_DAMAGED,
                    "quantization tables at offset " + (payload.start() - 4) + " are not whole");
        }
    }

    private void size(int height) {
        sizeKnown = true;
        draft.size(width, height);
    }

    private void scan() {
        draft.coding.scan();
        draft.digest.pixelsSeen();
        EntropyCoded data = EntropyCoded.from(file, at);
        data.digest(draft.digest);
        at = data.end();
    }
}
