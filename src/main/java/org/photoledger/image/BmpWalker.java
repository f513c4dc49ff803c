package org.photoledger.image;

import org.photoledger.finding.FindingCode;

/** Size of a Windows bitmap from its header. */
final class BmpWalker {

    private final Span file;
    private final StructureDraft draft;

    BmpWalker(Span file, StructureDraft draft) {
        this.file = file.littleEndian(true);
        this.draft = draft;
    }

    void walk() throws CutShortException {
        long length = file.u32(2);
        if (file.u32(14) == 12) {
            draft.size(file.u16(18), file.u16(20));
        } else {
            // a negative height only orders the rows from the top
            int height = (int) file.u32(22);
            draft.size(file.u32(18), Math.abs((long) height));
            boolean runs = file.u32(30) == 1 || file.u32(30) == 2;
            // the JDK unpacks run lengths as a whole, from a copy of them
            draft.coding.holds(runs ? 2 * file.u32(18) * Math.abs((long) height) : 0);
        }
        if (length > file.length()) {
            draft.finding(FindingCode.TRUNCATED, "the header says " + length + " bytes, the file has " + file.length());
        } else if (length > 26) {
            draft.trailing(file.from(length));
        }
    }
}
