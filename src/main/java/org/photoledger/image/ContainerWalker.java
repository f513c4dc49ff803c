package org.photoledger.image;

import org.photoledger.finding.FindingCode;

/**
 * Walks the container of a picture without decoding a pixel: true size, metadata blocks, image-data digest, and everything that
 * is off as findings ({@code structure-1}). Never throws on any bytes; what was read before a damage is kept.
 */
public final class ContainerWalker {

    private final ImageLimits limits;

    public ContainerWalker(ImageLimits limits) {
        this.limits = limits;
    }

    /** The structure of one file, by its signature. */
    public ImageStructure walk(ImageBytes bytes) {
        Span file = Span.of(bytes);
        ImageFormat format = ImageSignatures.of(bytes);
        StructureDraft draft = new StructureDraft(limits, bytes.length());
        try {
            walk(format, file, draft);
        } catch (CutShortException e) {
            draft.finding(FindingCode.TRUNCATED, e.what());
        }
        return draft.finish(format);
    }

    private static void walk(ImageFormat format, Span file, StructureDraft draft) throws CutShortException {
        switch (format) {
            case JPEG -> new JpegWalker(file, draft).walk();
            case PNG -> new PngWalker(file, draft).walk();
            case WEBP -> new WebpWalker(file, draft).walk();
            case TIFF -> new TiffWalker(file, draft).walk();
            case ISO_BMFF -> new IsoWalker(file, draft).walk();
            case RAF -> new RafWalker(file, draft).walk();
            case JXL -> new JxlWalker(file, draft).walk();
            case GIF -> new GifWalker(file, draft).walk();
            case BMP -> new BmpWalker(file, draft).walk();
            case OTHER -> {}
        }
    }
}
