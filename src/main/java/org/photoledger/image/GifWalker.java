package org.photoledger.image;

import java.io.ByteArrayOutputStream;
import org.photoledger.finding.FindingCode;

/** GIF: size of the screen (of the first frame where the screen has none), frames, comments, XMP. Source: GIF89a specification. */
final class GifWalker {

    private static final int MAX_FRAMES = 1_000_000;

    private final Span file;
    private final StructureDraft draft;
    private int frames;

    GifWalker(Span file, StructureDraft draft) {
        this.file = file.littleEndian(true);
        this.draft = draft;
    }

    void walk() throws CutShortException {
        if (file.u16(6) > 0 && file.u16(8) > 0) {
            draft.size(file.u16(6), file.u16(8));
        }
        try {
            blocks(13 + table(file.u8(10)));
        } finally {
            draft.frames(frames, "frames");
        }
    }

    private void blocks(int start) throws CutShortException {
        int at = start;
        while (frames < MAX_FRAMES) {
            if (at == file.length()) {
                draft.finding(FindingCode.MISSING_END_MARKER, "no trailer before the end of the file");
                return;
            }
            int kind = file.u8(at);
            if (kind == 0x3b) {
                draft.trailing(file.from(at + 1));
                return;
            } else if (kind == 0x2c) {
                at = frame(at);
            } else if (kind == 0x21) {
                at = extension(at);
            } else {
                draft.finding(FindingCode.STRUCTURE_DAMAGED, "unknown block " + kind + " at offset " + at);
                return;
            }
        }
    }

    private static int table(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private int frame(int at) throws CutShortException {
        int width = file.u16(at + 5);
        int height = file.u16(at + 7);
        if (!draft.hasSize()) {
            draft.size(width, height);
        }
        frames++;
        return skip(at + 10 + table(file.u8(at + 9)) + 1);
    }

    private int extension(int at) throws CutShortException {
        int label = file.u8(at + 1);
        if (label == 0xfe) {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            int next = at + 2;
            for (int size = file.u8(next); size > 0; size = file.u8(next)) {
                if (text.size() <= draft.limits.blockBytes()) {
                    text.writeBytes(file.part(next + 1, size).copy());
                }
                next += size + 1;
            }
            draft.block(MetadataBlock.Kind.COMMENT, at, text.toByteArray());
            return next + 1;
        }
        if (label == 0xff && file.holds(at + 3, "XMP DataXMP")) {
            int end = skip(at + 14);
            // the packet ends in a ramp of 257 bytes that lets old readers skip it as sub-blocks
            draft.block(MetadataBlock.Kind.XMP, file.clip(at + 14, Math.max(0, end - at - 14 - 258)));
            return end;
        }
        return skip(at + 2);
    }

    private int skip(int at) throws CutShortException {
        int next = at;
        for (int size = file.u8(next); size > 0; size = file.u8(next)) {
            next += size + 1;
        }
        return next + 1;
    }
}
