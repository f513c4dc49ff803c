package org.photoledger.metadata;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.photoledger.image.ImageBytes;

/**
 * Tells a file's media type by its first bytes alone, through Apache Tika. What an office container holds is not
 * looked at: {@code DocumentTypes} of package {@code text} does that.
 */
public final class TypeDetector {

    private static final int HEAD = 64 * 1024;

    /** Image types that are drawings, not photos. */
    private static final Set<String> DRAWINGS = Set.of(
            "image/svg+xml", "image/vnd.dwg", "image/vnd.dxf", "image/x-emf", "image/emf", "image/wmf", "image/cgm");

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();

    /** {@code image/jpeg}, {@code text/plain}, ...; {@code application/octet-stream} for what nobody knows. */
    public String detect(ImageBytes bytes) {
        byte[] head = bytes.copy(0, Math.min(HEAD, bytes.length()));
        try {
            return types.detect(new ByteArrayInputStream(head), new Metadata())
                    .getBaseType()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
    }

    /** Whether files of a type are photos: raster images of any kind. */
    public boolean isPhoto(String mediaType) {
        return mediaType.startsWith("image/") && !DRAWINGS.contains(mediaType);
    }
}
