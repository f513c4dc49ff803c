package org.photoledger.image;

import java.awt.image.BufferedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.photoledger.finding.Finding;

/**
 * How decoding one picture ended.
 *
 * @param pixels the decoded raster as coded (not turned upright), possibly subsampled; null unless DECODED or PARTIAL
 * @param route how it was decoded: {@code FULL}, or {@code SUB n} for every n-th sample; null where nothing was decoded
 */
public record Decoding(
        Status status,
        @Nullable BufferedImage pixels,
        @Nullable String route,
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
}
