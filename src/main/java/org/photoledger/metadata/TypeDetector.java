package org.photoledger.metadata;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;
import org.photoledger.image.ImageBytes;
import org.photoledger.image.ImageFormat;
import org.photoledger.image.ImageSignatures;

/**
 * Tells a file's media type by its first bytes alone, through Apache Tika. What an office container holds is not
 * looked at: {@code DocumentTypes} of package {@code text} does that.
 */
public final class TypeDetector {

    private static final int HEAD = 64 * 1024;

    /** Image types that are drawings, not photos. */
    private static final Set<String> DRAWINGS = Set.of(
            "image/svg+xml", "image/vnd.dwg", "image/vnd.dxf", "image/x-emf", "image/emf", "image/wmf", "image/cgm");

    private static final Map<String, String> RAWS = Map.of(
            "FUJIFILMCCD-RAW ", "image/x-raw-fuji",
            "IIRO", "image/x-raw-olympus",
            "IIRS", "image/x-raw-olympus",
            "MMOR", "image/x-raw-olympus",
            "IIU\0", "image/x-raw-panasonic",
            "FOVb", "image/x-raw-sigma",
            "\0MRM", "image/x-raw-minolta");

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();

    /** {@code image/jpeg}, {@code text/plain}, ...; {@code application/octet-stream} for what nobody knows. */
    public String detect(ImageBytes bytes) {
        byte[] head = bytes.copy(0, Math.min(HEAD, bytes.length()));
        String raw = raw(bytes);
        if (raw != null) {
            return raw;
        }
        try {
            String type = types.detect(new ByteArrayInputStream(head), new Metadata())
                    .getBaseType()
                    .toString();
            return precise(bytes, type);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
    }

    /** Camera raws that Tika knows by their name alone, or takes for a TIFF. */
    private static @Nullable String raw(ImageBytes bytes) {
        String magic = new String(bytes.copy(0, Math.min(16, bytes.length())), StandardCharsets.ISO_8859_1);
        return RAWS.entrySet().stream()
                .filter(raw -> magic.startsWith(raw.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Tika knows no little-endian BigTIFF, and an AVIF only by its first brand. */
    private static String precise(ImageBytes bytes, String tika) {
        if (tika.equals(MediaType.OCTET_STREAM.toString()) && ImageSignatures.of(bytes) == ImageFormat.TIFF) {
            return "image/tiff";
        }
        boolean vague = tika.equals("image/heif") || tika.equals("video/quicktime");
        return vague && ImageSignatures.isAvif(bytes) ? "image/avif" : tika;
    }

    /** Whether files of a type are photos: raster images of any kind. */
    public boolean isPhoto(String mediaType) {
        return mediaType.startsWith("image/") && !DRAWINGS.contains(mediaType);
    }
}
