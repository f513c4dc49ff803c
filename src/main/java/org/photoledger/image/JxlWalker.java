package org.photoledger.image;

import java.util.ArrayList;
import java.util.List;
import org.photoledger.finding.FindingCode;
import org.photoledger.image.MetadataBlock.Kind;

/**
 * JPEG XL: size and turn from the codestream's headers, metadata from boxes. Source: ISO/IEC 18181-1 annex D (headers),
 * 18181-2 (boxes).
 */
final class JxlWalker {

    private static final int SIGNATURE_BOX = 12;

    private final Span file;
    private final StructureDraft draft;

    JxlWalker(Span file, StructureDraft draft) {
        this.file = file;
        this.draft = draft;
    }

    void walk() throws CutShortException {
        List<Span> codestream = new ArrayList<>();
        if (file.u8(0) == 0xff) {
            codestream.add(file);
        } else {
            for (IsoBox box : IsoBox.list(file.from(SIGNATURE_BOX), draft)) {
                take(box, codestream);
            }
        }
        long length = codestream.stream().mapToLong(Span::length).sum();
        draft.digest.part("jxlc", length);
        codestream.forEach(draft.digest::bytes);
        if (length == 0) {
            draft.finding(FindingCode.STRUCTURE_DAMAGED, "there is no codestream");
            return;
        }
        draft.digest.pixelsSeen();
        headers(codestream.get(0));
    }

    private void take(IsoBox box, List<Span> codestream) throws CutShortException {
        Span body = box.body();
        switch (box.type()) {
            case "jxlc" -> codestream.add(body);
            // each part begins with its number
            case "jxlp" -> codestream.add(body.from(4));
            case "Exif" -> draft.block(Kind.EXIF, body.from(4 + body.u32(0)));
            case "xml " -> draft.block(Kind.XMP, body);
            case "brob" ->
                draft.finding(
                        FindingCode.METADATA_UNREADABLE,
                        "box " + body.latin(0, 4) + " is packed by Brotli and was not read");
            default -> {}
        }
    }

    private void headers(Span codestream) throws CutShortException {
        JxlBits bits = new JxlBits(codestream.from(2));
        boolean eights = bits.flag();
        long height = bits.side(eights);
        int ratio = bits.number(3);
        draft.size(ratio == 0 ? bits.side(eights) : JxlBits.width(height, ratio), height);
        boolean plain = bits.flag();
        if (!plain && bits.flag()) {
            draft.containerTurn(bits.number(3) + 1);
        }
    }
}
