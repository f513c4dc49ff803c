package org.photoledger.image;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.photoledger.finding.FindingCode;
import org.photoledger.image.MetadataBlock.Kind;

/** Text and profile chunks of a PNG, with ImageMagick's "Raw profile type" hexadecimal profiles decoded. */
final class PngText {

    private static final String RAW = "Raw profile type ";
    private static final String XMP_KEYWORD = "XML:com.adobe.xmp";
    private static final String XMP_PREFIX = "http://ns.adobe.com/xap/1.0/\0";

    /** All chunks of a file together unpack to at most this many times the limit of one. */
    private static final int INFLATED_CHUNKS = 4;

    private final StructureDraft draft;
    private long unpacked;

    PngText(StructureDraft draft) {
        this.draft = draft;
    }

    /** A chunk that is damaged in itself costs only itself. */
    void take(String type, Span chunk) {
        if (chunk.length() > draft.limits.blockBytes()) {
            draft.tooLarge(Kind.PNG_TEXT, chunk.start(), chunk.length());
            return;
        }
        try {
            switch (type) {
                case "tEXt" -> plain(chunk);
                case "zTXt" -> compressed(chunk);
                case "iTXt" -> international(chunk);
                default -> profile(chunk);
            }
        } catch (CutShortException e) {
            draft.finding(FindingCode.STRUCTURE_DAMAGED, "chunk " + type + ": " + e.what());
        }
    }

    private void plain(Span chunk) throws CutShortException {
        int end = zero(chunk, 0);
        entry(chunk, chunk.latin(0, end), chunk.from(end + 1).copy(), false);
    }

    private void compressed(Span chunk) throws CutShortException {
        int end = zero(chunk, 0);
        entry(chunk, chunk.latin(0, end), inflate(chunk.from(end + 2)), false);
    }

    private void international(Span chunk) throws CutShortException {
        int end = zero(chunk, 0);
        boolean packed = chunk.u8(end + 1) == 1;
        int start = zero(chunk, zero(chunk, end + 3) + 1) + 1;
        Span body = chunk.from(start);
        entry(chunk, chunk.latin(0, end), packed ? inflate(body) : body.copy(), true);
    }

    private void profile(Span chunk) throws CutShortException {
        draft.block(Kind.ICC, chunk.start(), inflate(chunk.from(zero(chunk, 0) + 2)));
    }

    private static int zero(Span chunk, int from) throws CutShortException {
        int at = from;
        while (chunk.u8(at) != 0) {
            at++;
        }
        return at;
    }

    private byte[] inflate(Span body) {
        long room = Math.max(0, INFLATED_CHUNKS * (long) draft.limits.inflatedBytes() - unpacked);
        long limit = Math.min(room, Math.min(draft.limits.inflatedBytes(), draft.limits.blockBytes()));
        Inflated inflated = Inflated.of(body.copy(), (int) limit);
        unpacked += inflated.bytes().length;
        if (inflated.end() == Inflated.End.LIMIT) {
            draft.finding(
                    FindingCode.INFLATE_LIMIT,
                    "compressed chunk at offset " + body.start() + " is more than " + inflated.bytes().length
                            + " bytes unpacked");
        } else if (inflated.end() == Inflated.End.DAMAGED) {
            draft.finding(FindingCode.STRUCTURE_DAMAGED, "compressed chunk at offset " + body.start() + " is damaged");
        }
        return inflated.bytes();
    }

    private void entry(Span chunk, String keyword, byte[] text, boolean utf8) {
        if (keyword.equals(XMP_KEYWORD)) {
            draft.block(Kind.XMP, chunk.start(), text);
        } else if (!keyword.startsWith(RAW) || !raw(chunk, keyword.substring(RAW.length()), text)) {
            String value = new String(text, utf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
            draft.block(Kind.PNG_TEXT, chunk.start(), (keyword + '\0' + value).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The profile is: a line feed, its name, a line feed, its length in decimal, then lines of hexadecimal digits. */
    private boolean raw(Span chunk, String name, byte[] text) {
        String all = new String(text, StandardCharsets.ISO_8859_1);
        int nameEnd = all.indexOf('\n', 1);
        int lengthEnd = nameEnd < 0 ? -1 : all.indexOf('\n', nameEnd + 1);
        if (lengthEnd < 0) {
            return false;
        }
        String hex = all.substring(lengthEnd + 1).replaceAll("\\s", "");
        byte[] bytes;
        try {
            bytes = HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException e) {
            draft.finding(
                    FindingCode.STRUCTURE_DAMAGED, "raw profile at offset " + chunk.start() + " is not hexadecimal");
            return false;
        }
        return profile(chunk.start(), name.toLowerCase(Locale.ROOT), Span.of(ImageBytes.of(bytes)));
    }

    private boolean profile(int offset, String name, Span profile) {
        Kind kind;
        int skip = 0;
        if (profile.starts("Exif\0\0")) {
            kind = Kind.EXIF;
            skip = 6;
        } else if (profile.starts(XMP_PREFIX)) {
            kind = Kind.XMP;
            skip = XMP_PREFIX.length();
        } else if (name.equals("exif") || name.equals("app1")) {
            kind = Kind.EXIF;
        } else if (name.equals("xmp")) {
            kind = Kind.XMP;
        } else if (name.equals("iptc") || name.equals("8bim")) {
            kind = profile.starts("8BIM") ? Kind.PHOTOSHOP : Kind.IPTC;
        } else if (name.equals("icc") || name.equals("icm")) {
            kind = Kind.ICC;
        } else {
            return false;
        }
        draft.block(kind, offset, profile.clip(skip, profile.length()).copy());
        return true;
    }
}
