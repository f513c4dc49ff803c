package org.photoledger.metadata;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;
import org.photoledger.image.MetadataBlock;

/** Makes the values of one photo that are kept, within the limits for one value and for all of them together. */
final class ValueKeeper {

    /** Names are told by the format's dictionary, or by a hostile file. */
    private static final int NAME_CHARS = 1_000;

    /** The type of a text that no TIFF directory holds. */
    static final String TEXT = "TEXT";

    /** Hex takes 4 bytes a byte in the worker's reply: so it fits beside the most characters that can be set. */
    private static final int MOST_BYTES = 6 << 20;

    private final MetadataLimits limits;
    private final List<Finding> findings;
    private final List<MetadataValue> values = new ArrayList<>();
    private int told;
    private int charsLeft;
    private int bytesLeft;

    ValueKeeper(MetadataLimits limits, List<Finding> findings) {
        this.limits = limits;
        this.findings = findings;
        this.charsLeft = limits.totalChars();
        this.bytesLeft = Math.min(limits.totalChars(), MOST_BYTES);
    }

    void keep(MetadataBlock block, RawTag tag, List<String> origins) {
        told++;
        if (values.size() < limits.tags()) {
            values.add(value(block, tag, origins));
        }
    }

    /** All that were kept, once all were told. */
    List<MetadataValue> values() {
        if (told > limits.tags()) {
            find(FindingCode.TAG_LIMIT, told + " metadata values; " + limits.tags() + " were kept");
        }
        return values;
    }

    private MetadataValue value(MetadataBlock block, RawTag tag, List<String> origins) {
        String directory = cut(tag.directory(), NAME_CHARS);
        String number = cut(tag.tag(), NAME_CHARS);
        String place = directory + " " + number;
        byte[] bytes = lost(tag);
        if (bytes != null && TextDecoding.guessed(bytes)) {
            find(FindingCode.TEXT_ENCODING_GUESSED, place + " is not UTF-8");
        }
        String raw = cut(tag.raw(), Math.min(limits.valueChars(), charsLeft));
        int length = bytes == null ? 0 : bytes.length;
        int kept = Math.min(length, Math.min(limits.valueChars(), bytesLeft));
        charsLeft -= raw.length();
        bytesLeft -= kept;
        return new MetadataValue(
                block.kind().name(),
                directory,
                number,
                cut(tag.name(), NAME_CHARS),
                tag.type(),
                origins,
                raw,
                bytes == null ? null : HexFormat.of().formatHex(bytes, 0, kept),
                wasCut(place, tag.raw().length(), raw.length(), length, kept));
    }

    private boolean wasCut(String place, int chars, int keptChars, int bytes, int keptBytes) {
        List<String> cuts = new ArrayList<>();
        if (keptChars < chars) {
            cuts.add(chars + " characters, " + keptChars + " were kept");
        }
        if (keptBytes < bytes) {
            cuts.add(bytes + " bytes, " + keptBytes + " were kept");
        }
        if (!cuts.isEmpty()) {
            find(FindingCode.VALUE_TRUNCATED, place + ": " + String.join("; ", cuts));
        }
        return !cuts.isEmpty();
    }

    /** The bytes of a text that does not give them back. */
    private static byte @Nullable [] lost(RawTag tag) {
        byte[] bytes = tag.bytes();
        return bytes != null && isText(tag.type()) && TextDecoding.loses(bytes) ? bytes : null;
    }

    private static boolean isText(@Nullable String type) {
        return TEXT.equals(type) || "ASCII".equalsIgnoreCase(type);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private void find(FindingCode code, String detail) {
        findings.add(new Finding(code, detail, BlockTags.METHOD));
    }
}
