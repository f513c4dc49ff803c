package org.photoledger.image;

import org.photoledger.finding.FindingCode;
import org.photoledger.image.MetadataBlock.Kind;

/** Chunks of a WebP. Source: RFC 9649; RFC 6386 section 9.1 for the VP8 frame header. */
final class WebpWalker {

    private final Span file;
    private final StructureDraft draft;
    private int frames;

    WebpWalker(Span file, StructureDraft draft) {
        this.file = file.littleEndian(true);
        this.draft = draft;
    }

    void walk() throws CutShortException {
        long end = file.u32(4) + 8;
        if (end > file.length()) {
            draft.finding(FindingCode.TRUNCATED, "the header says " + end + " bytes, the file has " + file.length());
        }
        try {
            chunks(file.clip(12, end - 12), false);
        } finally {
            draft.frames(frames, "frames");
        }
        if (end <= file.length()) {
            // an odd last chunk is padded by one byte that some writers leave out of the length
            draft.trailing(file.from(padded(end) ? end + 1 : end));
        }
    }

    private boolean padded(long end) throws CutShortException {
        return (end & 1) == 1 && end < file.length() && file.u8(end) == 0;
    }

    private void chunks(Span body, boolean inFrame) throws CutShortException {
        long at = 0;
        while (at < body.length()) {
            if (!body.has(at, 8)) {
                draft.finding(FindingCode.TRUNCATED, "chunk header cut at offset " + (body.start() + at));
                return;
            }
            String type = body.latin(at, 4);
            long length = body.u32(at + 4);
            Span chunk = body.clip(at + 8, length);
            if (chunk.length() < length) {
                draft.finding(
                        FindingCode.TRUNCATED,
                        "chunk at offset " + (body.start() + at) + " has " + length + " bytes, only " + chunk.length()
                                + " are there");
            }
            if (!inFrame && type.equals("ANMF")) {
                frame(chunk);
            } else {
                take(type, chunk, inFrame);
            }
            at += 8 + length + (length & 1);
        }
    }

    private void frame(Span chunk) throws CutShortException {
        frames++;
        draft.digest.part("ANMF", chunk.part(0, 16));
        if (!draft.hasSize()) {
            draft.size(chunk.u24(6) + 1L, chunk.u24(9) + 1L);
        }
        chunks(chunk.from(16), true);
    }

    private void take(String type, Span chunk, boolean inFrame) throws CutShortException {
        switch (type) {
            case "VP8X" -> size(chunk.u24(4) + 1L, chunk.u24(7) + 1L);
            case "VP8 " -> {
                pixels(type, chunk);
                if (chunk.u24(3) == 0x2a019d) {
                    size(chunk.u16(6) & 0x3fff, chunk.u16(8) & 0x3fff);
                }
            }
            case "VP8L" -> {
                pixels(type, chunk);
                if (chunk.u8(0) == 0x2f) {
                    long bits = chunk.u32(1);
                    size((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1);
                }
            }
            case "ALPH" -> draft.digest.part(type, chunk);
            default -> {
                if (!inFrame) {
                    metadata(type, chunk);
                }
            }
        }
    }

    private void metadata(String type, Span chunk) throws CutShortException {
        switch (type) {
            case "EXIF" -> draft.block(Kind.EXIF, chunk.starts("Exif\0\0") ? chunk.from(6) : chunk);
            case "XMP " -> draft.block(Kind.XMP, chunk);
            case "ICCP" -> draft.block(Kind.ICC, chunk);
            default -> {}
        }
    }

    private void pixels(String type, Span chunk) {
        draft.digest.part(type, chunk);
        draft.digest.pixelsSeen();
    }

    /** The canvas of VP8X comes first and decides. */
    private void size(long width, long height) {
        if (!draft.hasSize()) {
            draft.size(width, height);
            // the decoder reads whole pictures, whatever is sampled of them
            draft.coding.holds(width * height * PixelCoding.DEFAULT_PIXEL_BYTES);
        }
    }
}
