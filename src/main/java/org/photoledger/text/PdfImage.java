package org.photoledger.text;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.photoledger.container.Content;
import org.photoledger.container.ContentException;
import org.photoledger.container.MemberEnd;

/**
 * How a picture is coded in a PDF. JPEG and JPEG 2000 streams stand there as files would, and are handed over as they
 * stand, whatever mask or colour space is laid over them. All others are samples without a file around them: PDFBox
 * decodes them, and a PNG is written anew.
 */
enum PdfImage {
    JPEG(".jpg", "DCTDecode", "DCT"),
    JPEG_2000(".jp2", "JPXDecode"),
    JBIG2(".jb2"),
    SAMPLES(".png");

    /** What is decoded takes some ten bytes each. */
    private static final long PIXELS_MOST = 40_000_000;

    private final String suffix;

    @SuppressWarnings("ImmutableEnumChecker") // a List.of
    private final List<String> filters;

    PdfImage(String suffix, String... filters) {
        this.suffix = suffix;
        this.filters = List.of(filters);
    }

    static PdfImage of(PDImage image) {
        String suffix = image.getSuffix();
        return switch (suffix == null ? "" : suffix) {
            case "jpg" -> JPEG;
            case "jpx" -> JPEG_2000;
            case "jb2" -> JBIG2;
            default -> SAMPLES;
        };
    }

    String suffix() {
        return suffix;
    }

    /** Whether the bytes are those of the PDF. */
    boolean original() {
        return this != SAMPLES;
    }

    void write(PDImage image, OutputStream out) throws IOException {
        switch (this) {
            case JPEG, JPEG_2000 -> copy(image, out);
            case JBIG2 -> throw unsupported("JBIG2 in a PDF");
            case SAMPLES -> decode(image, out);
        }
    }

    private void copy(PDImage image, OutputStream out) throws IOException {
        try (InputStream stream = image.createInputStream(filters)) {
            Content.copy(stream, out);
        }
    }

    private static void decode(PDImage image, OutputStream out) throws IOException {
        if ((long) image.getWidth() * image.getHeight() > PIXELS_MOST) {
            throw unsupported("more than " + PIXELS_MOST / 1_000_000 + " million pixels in a PDF");
        }
        BufferedImage decoded = image.getImage();
        if (decoded == null) {
            throw new ContentException(new MemberEnd.Damaged("no picture"));
        }
        PngFile.write(decoded, out);
    }

    private static ContentException unsupported(String detail) {
        return new ContentException(new MemberEnd.Unsupported(detail));
    }
}
