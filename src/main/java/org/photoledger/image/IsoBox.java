package org.photoledger.image;

import java.util.ArrayList;
import java.util.List;
import org.photoledger.finding.FindingCode;

/**
 * A box of ISO base media.
 *
 * @param body what follows size, type and, for a {@code uuid} box, the 16 bytes of its identity (kept in {@code uuid} as
 *     Latin-1)
 */
record IsoBox(String type, String uuid, Span body) {

    /** The boxes of a span, one after another; a box that is cut is given as far as it goes. */
    static List<IsoBox> list(Span span, StructureDraft draft) throws CutShortException {
        List<IsoBox> boxes = new ArrayList<>();
        long at = 0;
        while (at < span.length()) {
            if (!span.has(at, 8)) {
                draft.finding(FindingCode.TRUNCATED, "box header cut at offset " + (span.start() + at));
                break;
            }
            if (!draft.visit()) {
                break;
            }
            long size = span.u32(at);
            String type = span.latin(at + 4, 4);
            int header = 8;
            if (size == 1) {
                size = span.u64(at + 8);
                header = 16;
            } else if (size == 0) {
                size = span.length() - at;
            }
            if (size < header) {
                draft.finding(
                        FindingCode.STRUCTURE_DAMAGED, "box at offset " + (span.start() + at) + " has size " + size);
                break;
            }
            boxes.add(box(type, span.clip(at + header, size - header)));
            if (size > span.length() - at) {
                draft.finding(
                        FindingCode.TRUNCATED,
                        "box at offset " + (span.start() + at) + " has " + size + " bytes, " + (span.length() - at)
                                + " are there");
                break;
            }
            at += size;
        }
        return boxes;
    }

    private static IsoBox box(String type, Span body) throws CutShortException {
        return type.equals("uuid") && body.length() >= 16
                ? new IsoBox(type, body.latin(0, 16), body.from(16))
                : new IsoBox(type, "", body);
    }
}
