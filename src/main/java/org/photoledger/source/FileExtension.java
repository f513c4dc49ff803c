package org.photoledger.source;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;

/** The extension of a file's name, compared with what its content is; it never decides a type. */
public final class FileExtension {

    private static final Map<String, Set<String>> TYPES = Map.ofEntries(
            entry("jpg", Set.of("image/jpeg")),
            entry("jpeg", Set.of("image/jpeg")),
            entry("jpe", Set.of("image/jpeg")),
            entry("png", Set.of("image/png", "image/apng")),
            entry("gif", Set.of("image/gif")),
            entry("bmp", Set.of("image/bmp")),
            entry("webp", Set.of("image/webp")),
            entry("tif", Set.of("image/tiff")),
            entry("tiff", Set.of("image/tiff")),
            entry("heic", Set.of("image/heic", "image/heif", "image/heic-sequence")),
            entry("heif", Set.of("image/heic", "image/heif", "image/heif-sequence")),
            entry("avif", Set.of("image/avif", "image/avif-sequence")),
            entry("jxl", Set.of("image/jxl")),
            entry("txt", Set.of("text/plain")),
            entry("pdf", Set.of("application/pdf")),
            entry("doc", Set.of("application/msword")),
            entry("docx", Set.of("application/vnd.openxmlformats-officedocument.wordprocessingml.document")),
            entry("zip", Set.of("application/zip")),
            entry("mp4", Set.of("video/mp4")));

    private FileExtension() {}

    /** A finding where the extension is one we know and belongs to another type than the content's. */
    public static Optional<Finding> mismatch(SourcePath path, String mediaType) {
        String text = path.text();
        int dot = text.lastIndexOf('.');
        if (dot <= text.lastIndexOf('/') + 1) {
            return Optional.empty();
        }
        String extension = text.substring(dot + 1).toLowerCase(Locale.ROOT);
        Set<String> expected = TYPES.get(extension);
        if (expected == null || expected.contains(mediaType)) {
            return Optional.empty();
        }
        String detail = "named ." + extension + " but holds " + mediaType;
        return Optional.of(new Finding(FindingCode.EXTENSION_MISMATCH, detail, "extension-1"));
    }
}
