package org.photoledger.image;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;

/**
 * Decodes a photo once, on one fixed route: every n-th sample of every n-th row, n = max(1, floor(long side / 1500)),
 * as {@code pdq-sub1500-box512-square320-1} says. What exceeds a limit is refused before a byte is decoded.
 */
public final class ImageDecoder {

    private static final String METHOD = "decode-1";
    private static final int LONG_SIDE = 1500;

    private final ImageLimits limits;
    private final Readers readers = new Readers();

    public ImageDecoder(ImageLimits limits) {
        this.limits = limits;
    }

    /** Decodes the primary picture, as coded, not turned upright. */
    public Decoding decode(ImageBytes bytes, ImageStructure structure, String mediaType) {
        List<Readers.Decoder> decoders = readers.of(structure.format(), mediaType);
        if (decoders.isEmpty()) {
            String detail = "no decoder for " + mediaType;
            return ended(Decoding.Status.UNSUPPORTED, FindingCode.DECODE_UNSUPPORTED, detail);
        }
        PixelSize size = structure.size();
        if (size == null) {
            return ended(Decoding.Status.FAILED, FindingCode.DECODE_FAILED, "the structure tells no size");
        }
        Decoding refusal = refusal(structure, size);
        if (refusal != null) {
            return refusal;
        }
        int step = Math.max(1, size.longSide() / LONG_SIDE);
        DecodeAttempt best = DecodeAttempt.failed("no decoder answered");
        for (Readers.Decoder decoder : decoders) {
            DecodeAttempt attempt = DecodeAttempt.of(decoder, bytes, step);
            if (attempt.complete()) {
                return new Decoding(Decoding.Status.DECODED, attempt.pixels(), route(step), List.of());
            }
            best = best.pixels() == null ? attempt : best;
        }
        return best.pixels() == null ? failed(best) : partial(best, step);
    }

    private static Decoding failed(DecodeAttempt attempt) {
        return ended(Decoding.Status.FAILED, FindingCode.DECODE_FAILED, attempt.problem());
    }

    private static Decoding partial(DecodeAttempt attempt, int step) {
        Finding finding = new Finding(FindingCode.DECODE_PARTIAL, attempt.problem(), METHOD);
        return new Decoding(Decoding.Status.PARTIAL, attempt.pixels(), route(step), List.of(finding));
    }

    private static String route(int step) {
        return step == 1 ? "FULL" : "SUB " + step;
    }

    private @Nullable Decoding refusal(ImageStructure structure, PixelSize size) {
        if (size.pixels() > limits.pixels()) {
            String detail = size.width() + "x" + size.height() + " exceeds " + limits.pixels() + " pixels";
            return ended(Decoding.Status.REFUSED, FindingCode.PIXEL_LIMIT, detail);
        }
        if (structure.scans() > limits.scans()) {
            String detail = structure.scans() + " scans exceed " + limits.scans();
            return ended(Decoding.Status.REFUSED, FindingCode.SCAN_LIMIT, detail);
        }
        long needed = estimatedBytes(structure, size);
        long allowed = Runtime.getRuntime().maxMemory() / 2;
        if (needed > allowed) {
            String detail = String.format(
                    Locale.ROOT, "decoding %dx%d takes about %d MiB", size.width(), size.height(), needed >> 20);
            return ended(Decoding.Status.REFUSED, FindingCode.PIXEL_LIMIT, detail);
        }
        return null;
    }

    /** Bytes of the route: a subsampled raster of 3 bytes a pixel, or all of it where the decoder reads whole pictures. */
    private static long estimatedBytes(ImageStructure structure, PixelSize size) {
        long step = Math.max(1, size.longSide() / LONG_SIDE);
        boolean whole = structure.format() == ImageFormat.WEBP || structure.format() == ImageFormat.OTHER;
        long raster = whole ? 4 * size.pixels() : 3 * size.pixels() / (step * step);
        // a progressive JPEG keeps its coefficients, 2 bytes each, until the last scan
        return structure.progressive() ? raster + 6 * size.pixels() : raster;
    }

    private static Decoding ended(Decoding.Status status, FindingCode code, String detail) {
        return new Decoding(status, null, null, List.of(new Finding(code, detail, METHOD)));
    }
}
