package org.photoledger.image;

import java.util.zip.CRC32;
import org.photoledger.finding.FindingCode;
import org.photoledger.image.MetadataBlock.Kind;

/** Chunks of a PNG or APNG up to IEND. Source: W3C PNG, third edition. */
final class PngWalker {

    private final Span file;
    private final StructureDraft draft;
    private final PngText text;
    private boolean pixelsStarted;

    PngWalker(Span file, StructureDraft draft) {
        this.file = file;
        this.draft = draft;
        this.text = new PngText(draft);
    }

    void walk() throws CutShortException {
        long at = 8;
        while (at < file.length()) {
            long length = file.u32(at);
            String type = file.latin(at + 4, 4);
            if (!file.has(at + 8, length + 4)) {
                draft.finding(
                        FindingCode.TRUNCATED,
                        "chunk at offset " + at + " has " + length + " bytes, the file ends before");
                take(type, file.clip(at + 8, length), at);
                break;
            }
            Span chunk = file.part(at + 8, length);
            checkSum(at, length, type);
            if (type.equals("IEND")) {
                draft.trailing(file.from(at + 12 + length));
                return;
            }
            take(type, chunk, at);
            at += 12 + length;
        }
        draft.finding(FindingCode.MISSING_END_MARKER, "no IEND before the end of the file");
    }

    private void checkSum(long at, long length, String type) throws CutShortException {
        CRC32 crc = new CRC32();
        crc.update(file.file().view((int) at + 4, (int) length + 4));
        if (crc.getValue() != file.u32(at + 8 + length)) {
            draft.finding(
                    FindingCode.STRUCTURE_DAMAGED,
                    "checksum of chunk " + printable(type) + " at offset " + at + " is wrong");
        }
    }

    private static String printable(String type) {
        return type.chars().allMatch(c -> c > 32 && c < 127) ? type : "of unknown type";
    }

    private void take(String type, Span chunk, long at) throws CutShortException {
        switch (type) {
            case "IHDR" -> {
                if (!draft.hasSize()) {
                    draft.digest.part(type, chunk);
                    draft.size(chunk.u32(0), chunk.u32(4));
                    draft.coding.pixelBytes(channels(chunk.u8(9)) * chunk.u8(8) / 8);
                }
            }
            case "PLTE", "tRNS" -> {
                if (!pixelsStarted) {
                    draft.digest.part(type, chunk);
                }
            }
            case "IDAT" -> pixels(chunk, at);
            case "acTL" -> draft.frames((int) Math.min(chunk.u32(0), Integer.MAX_VALUE), "frames");
            case "eXIf" -> draft.block(Kind.EXIF, chunk.starts("Exif\0\0") ? chunk.from(6) : chunk);
            case "tEXt", "zTXt", "iTXt", "iCCP" -> text.take(type, chunk);
            default -> {}
        }
    }

    /** By colour type: grey, colour or palette, each with or without alpha; tRNS may add it. */
    private static int channels(int colourType) {
        return switch (colourType) {
            case 0 -> 2;
            case 3 -> 1;
            default -> 4;
        };
    }

    private void pixels(Span chunk, long at) throws CutShortException {
        if (!pixelsStarted) {
            pixelsStarted = true;
            draft.digest.part("IDAT", joinedLength(at));
            draft.digest.pixelsSeen();
        }
        draft.digest.bytes(chunk);
    }

    /** The length of all IDAT from here on, as the loop of {@link #walk} will meet them. */
    private long joinedLength(long first) throws CutShortException {
        long total = 0;
        for (long at = first; file.has(at, 8); at += 12 + file.u32(at)) {
            if (file.holds(at + 4, "IDAT")) {
                total += file.clip(at + 8, file.u32(at)).length();
            }
            if (file.holds(at + 4, "IEND")) {
                break;
            }
        }
        return total;
    }
}
