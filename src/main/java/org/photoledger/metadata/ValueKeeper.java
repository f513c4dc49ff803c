package org.photoledger.metadata;

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

    private final MetadataLimits limits;
    private final List<Finding> findings;
    private long left;

    ValueKeeper(MetadataLimits limits, List<Finding> findings) {
        this.limits = limits;
        this.findings = findings;
        this.left = limits.totalChars();
    }

    MetadataValue keep(MetadataBlock block, RawTag tag, List<String> origins) {
        String directory = cut(tag.directory(), NAME_CHARS);
        String number = cut(tag.tag(), NAME_CHARS);
        String hex = hex(tag);
        int needed = tag.raw().length() + (hex == null ? 0 : hex.length());
        int most = (int) Math.min(limits.valueChars(), left);
        boolean truncated = tag.raw().length() > most || needed > left;
        if (truncated) {
            findings.add(finding(
                    FindingCode.VALUE_TRUNCATED,
                    directory + " " + number + ": " + tag.raw().length() + " characters, " + most + " were kept"));
        }
        if (hex != null && TextDecoding.guessed(java.util.Objects.requireNonNull(tag.bytes()))) {
            findings.add(finding(FindingCode.TEXT_ENCODING_GUESSED, directory + " " + number + " is not UTF-8"));
        }
        String raw = cut(tag.raw(), most);
        left -= truncated ? raw.length() : needed;
        return new MetadataValue(
                block.kind().name(),
                directory,
                number,
                cut(tag.name(), NAME_CHARS),
                tag.type(),
                origins,
                raw,
                truncated ? null : hex,
                truncated);
    }

    private static @Nullable String hex(RawTag tag) {
        byte[] bytes = tag.bytes();
        if (bytes == null || !isText(tag.type())) {
            return null;
        }
        return TextDecoding.loses(bytes) ? HexFormat.of().formatHex(bytes) : null;
    }

    private static boolean isText(@Nullable String type) {
        return TEXT.equals(type) || "ASCII".equalsIgnoreCase(type);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private static Finding finding(FindingCode code, String detail) {
        return new Finding(code, detail, BlockTags.METHOD);
    }
}
