package org.photoledger.image;

import java.awt.image.BufferedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.photoledger.finding.Finding;

/**
 * How decoding one picture ended.
 *
 * @param pixels the decoded raster as coded (not turned upright), possibly subsampled; null unless DECODED or PARTIAL
 * @param route how it was decoded: {@code FULL}, or {@code SUB n} for every n-th sample, {@code EMBEDDED_PREVIEW} for a JPEG
 *     inside a camera's raw file, or an external program with its version; null where nothing was decoded
 * @param preview how an embedded preview lies, null where the picture itself was decoded
 */
public record Decoding(
        Status status,
        @Nullable BufferedImage pixels,
        @Nullable String route,
        @Nullable PreviewTurn preview,
        List<Finding> findings) {

    /** The end of a decode; REFUSED is by a limit, UNSUPPORTED by lack of a decoder. */
    public enum Status {
        DECODED,
        PARTIAL,
        REFUSED,
        UNSUPPORTED,
        FAILED
    }

    public Decoding {
        findings = List.copyOf(findings);
    }

    static Decoding of(Status status, @Nullable BufferedImage pixels, String route, List<Finding> findings) {
        return new Decoding(status, pixels, route, null, findings);
    }

    /** Nothing was decoded. */
    static Decoding without(Status status, Finding finding) {
        return new Decoding(status, null, null, null, List.of(finding));
    }

    /** The orientation, 1 to 8, that turns the pixels upright, given that of the photo and its size as coded. */
    public int turn(int photo, @Nullable PixelSize size) {
        return preview == null || size == null ? photo : preview.turn(photo, size);
    }
}
