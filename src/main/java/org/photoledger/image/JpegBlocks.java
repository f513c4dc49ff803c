package org.photoledger.image;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.photoledger.finding.FindingCode;
import org.photoledger.image.MetadataBlock.Kind;

/** Metadata segments of a JPEG, joined where a block is spread over several. */
final class JpegBlocks {

    private static final String EXIF = "Exif\0";
    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
    private static final String EXTENDED_XMP = "http://ns.adobe.com/xmp/extension/\0";
    private static final String PHOTOSHOP = "Photoshop 3.0\0";
    private static final String ICC = "ICC_PROFILE\0";
    private static final int MAX_GUIDS = 16;

    private final StructureDraft draft;
    private final List<JoinedBlock> exif = new ArrayList<>();
    private final JoinedBlock photoshop;
    private final JoinedBlock icc;
    private final Map<String, JoinedBlock> extended = new LinkedHashMap<>();
    private final Map<String, Long> extendedLengths = new LinkedHashMap<>();

    JpegBlocks(StructureDraft draft) {
        this.draft = draft;
        this.photoshop = new JoinedBlock(Kind.PHOTOSHOP, draft.limits.blockBytes());
        this.icc = new JoinedBlock(Kind.ICC, draft.limits.blockBytes());
    }

    void take(int marker, Span payload) throws CutShortException {
        switch (marker) {
            case 0xe0 -> header(payload);
            case 0xe1 -> app1(payload);
            case 0xe2 -> app2(payload);
            case 0xed -> {
                if (payload.starts(PHOTOSHOP)) {
                    photoshop.add(photoshop.parts(), payload.from(PHOTOSHOP.length()));
                }
            }
            case 0xfe -> draft.block(Kind.COMMENT, payload);
            default -> {}
        }
    }

    private void header(Span payload) {
        if (payload.starts("JFIF\0") || payload.starts("JFXX\0")) {
            draft.block(Kind.HEADER, payload);
        }
    }

    private void app1(Span payload) throws CutShortException {
        if (payload.starts(EXIF) && payload.has(0, 6)) {
            exif(payload.from(6));
        } else if (payload.starts(XMP)) {
            draft.block(Kind.XMP, payload.from(XMP.length()));
        } else if (payload.starts(EXTENDED_XMP)) {
            extendedXmp(payload.from(EXTENDED_XMP.length()));
        }
    }

    /** A segment that does not begin with a TIFF header continues the one before, as ExifTool reads and writes it. */
    private void exif(Span body) {
        boolean begins = body.starts("II*\0") || body.starts("MM\0*");
        if (exif.isEmpty() || (begins && exif.size() < draft.limits.blocks())) {
            exif.add(new JoinedBlock(Kind.EXIF, draft.limits.blockBytes()));
        }
        JoinedBlock last = exif.get(exif.size() - 1);
        last.add(last.parts(), body);
    }

    private void extendedXmp(Span body) throws CutShortException {
        String guid = body.latin(0, 32);
        if (!extended.containsKey(guid) && extended.size() >= MAX_GUIDS) {
            draft.finding(FindingCode.BLOCK_LIMIT, "more than " + MAX_GUIDS + " extended XMP packets");
            return;
        }
        extendedLengths.putIfAbsent(guid, body.u32(32));
        extended.computeIfAbsent(guid, key -> new JoinedBlock(Kind.XMP, draft.limits.blockBytes()))
                .add(body.u32(36), body.from(40));
    }

    private void app2(Span payload) throws CutShortException {
        if (payload.starts(ICC) && payload.has(0, 14)) {
            icc.add(payload.u8(12), payload.from(14));
        } else if (payload.starts("MPF\0")) {
            draft.block(Kind.MPF, payload.from(4));
        }
    }

    void finish() {
        exif.forEach(block -> block.emit(draft));
        photoshop.emit(draft);
        icc.emit(draft);
        extended.forEach((guid, block) -> {
            long length = extendedLengths.getOrDefault(guid, 0L);
            if (length != block.length()) {
                draft.finding(
                        FindingCode.STRUCTURE_DAMAGED,
                        "extended XMP should have " + length + " bytes, " + block.length() + " are there");
            }
            block.emit(draft);
        });
    }
}
