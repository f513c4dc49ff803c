package org.photoledger.image;

import java.util.Set;

/** Tells a container by its first bytes, never by a name. */
public final class ImageSignatures {

    private static final Set<String> BRANDS = Set.of(
            "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "mif2", "avif", "avis", "crx ", "miaf",
            "jpeg");

    private ImageSignatures() {}

    /** The container of these bytes; {@link ImageFormat#OTHER} where none is known. */
    public static ImageFormat of(ImageBytes bytes) {
        return of(Span.of(bytes));
    }

    /** Whether a file of ISO base media names AVIF among its brands. */
    public static boolean isAvif(ImageBytes bytes) {
        Span span = Span.of(bytes);
        return span.holds(4, "ftyp") && brand(span, Set.of("avif", "avis"));
    }

    static ImageFormat of(Span span) {
        if (span.starts("\u00ff\u00d8\u00ff")) {
            return ImageFormat.JPEG;
        }
        if (span.starts("\u0089PNG\r\n\u001a\n")) {
            return ImageFormat.PNG;
        }
        if (span.starts("RIFF") && span.holds(8, "WEBP")) {
            return ImageFormat.WEBP;
        }
        if (span.starts("GIF87a") || span.starts("GIF89a")) {
            return ImageFormat.GIF;
        }
        if (span.starts("FUJIFILMCCD-RAW ")) {
            return ImageFormat.RAF;
        }
        if (span.starts("\u00ff\n") || span.starts("\0\0\0\fJXL \r\n\u0087\n")) {
            return ImageFormat.JXL;
        }
        if (tiff(span)) {
            return ImageFormat.TIFF;
        }
        if (span.holds(4, "ftyp") && brand(span, BRANDS)) {
            return ImageFormat.ISO_BMFF;
        }
        return bitmap(span) ? ImageFormat.BMP : ImageFormat.OTHER;
    }

    private static boolean tiff(Span span) {
        return span.starts("II*\0")
                || span.starts("MM\0*")
                || span.starts("II+\0")
                || span.starts("MM\0+")
                || span.starts("IIU\0")
                || span.starts("IIRO")
                || span.starts("IIRS")
                || span.starts("MMOR");
    }

    private static boolean bitmap(Span span) {
        return span.starts("BM") && span.has(0, 26) && span.holds(6, "\0\0\0\0");
    }

    private static boolean brand(Span span, Set<String> brands) {
        try {
            long end = Math.min(Math.min(span.u32(0), span.length()), 256);
            for (int at = 8; at + 4 <= end; at += 4) {
                if (at != 12 && brands.contains(span.latin(at, 4))) {
                    return true;
                }
            }
            return false;
        } catch (CutShortException e) {
            return false;
        }
    }
}
