package org.photoledger.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.photoledger.metadata.PhotoField;

/** The columns of each exported table, in order; scripts depend on them. */
final class Columns {

    static final List<String> PHOTOS = photos();

    static final List<String> SOURCE_FILES =
            List.of("source", "path", "observation", "sha256", "bytes", "mediaType", "outcome", "reason", "derivedBy");

    static final List<String> METADATA =
            List.of("sha256", "block", "directory", "tag", "name", "type", "origins", "raw", "truncated");

    static final List<String> TEXT = List.of(
            "sha256",
            "region",
            "ordinal",
            "box",
            "text",
            "normalized",
            "script",
            "confidence",
            "engine",
            "status",
            "accepted",
            "origin");

    static final List<String> IDENTIFIERS = List.of(
            "sha256", "source", "path", "name", "value", "raw", "origin", "region", "reading", "rule", "confidence");

    static final List<String> NEAR_DUPLICATES =
            List.of("sha256A", "sha256B", "distance", "turn", "residual", "band", "reason");

    static final List<String> CLUSTERS = List.of("cluster", "sha256", "representative", "members", "suspicious");

    static final List<String> FINDINGS = List.of("sha256", "source", "path", "code", "severity", "detail", "method");

    private Columns() {}

    private static List<String> photos() {
        List<String> columns =
                new ArrayList<>(List.of("sha256", "imageDataSha256", "mediaType", "bytes", "width", "height"));
        Arrays.stream(PhotoField.values()).map(PhotoField::exportName).forEach(columns::add);
        columns.addAll(List.of(
                "decode",
                "decodeRoute",
                "sha1",
                "perceptualHash",
                "perceptualHashQuality",
                "perceptualHashAlgorithm",
                "trimmedPerceptualHash",
                "partners",
                "hub",
                "md5",
                "thumbnailSha256",
                "thumbnailPerceptualHash",
                "thumbnailDistance",
                "quantizationSha256",
                "jpegQuality",
                "trailingBytes",
                "text",
                "findings",
                "paths"));
        return List.copyOf(columns);
    }
}
