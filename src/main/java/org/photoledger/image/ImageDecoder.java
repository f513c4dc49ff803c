package org.photoledger.image;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;

/**
 * Decodes a photo once, on one fixed route: every n-th sample of every n-th row, n = max(1, floor(long side / 1500)),
 * as {@code pdq-sub1500-box512-square320-1} says; a camera's raw data through a preview, HEIC, HEIF and AVIF through a
 * program of the system. What exceeds a limit is refused before a byte is decoded.
 */
public final class ImageDecoder {

    static final String METHOD = "decode-1";
    private static final int LONG_SIDE = 1500;

    /** Brightness, that each pixel is turned into. */
    private static final int LUMA_BYTES = 4;

    private final ImageLimits limits;
    private final Readers readers = new Readers();
    private final PreviewDecoder previews;
    private final HeifDecoder heif;

    /** Without a converter for HEIC, HEIF and AVIF. */
    public ImageDecoder(ImageLimits limits) {
        this(limits, HeifConverter.off());
    }

    public ImageDecoder(ImageLimits limits, HeifConverter converter) {
        this.limits = limits;
        this.previews = new PreviewDecoder(limits, (jpeg, structure) -> picture(jpeg, structure, "image/jpeg"));
        this.heif = new HeifDecoder(limits, converter);
    }

    /** Decodes the primary picture, as coded, not turned upright. */
    public Decoding decode(ImageBytes bytes, ImageStructure structure, String mediaType) {
        return structure.coding().raw() ? previews.decode(bytes, structure) : picture(bytes, structure, mediaType);
    }

    private Decoding picture(ImageBytes bytes, ImageStructure structure, String mediaType) {
        boolean isHeif = structure.format() == ImageFormat.ISO_BMFF;
        List<Readers.Decoder> decoders = readers.of(structure);
        PixelSize size = structure.size();
        String unread = isHeif ? heif.missing(mediaType) : unread(structure.coding(), decoders, mediaType);
        // a format that is read tells a size; without one it is damaged, whoever could decode it
        if (unread != null && (size != null || structure.format() == ImageFormat.OTHER)) {
            return ended(Decoding.Status.UNSUPPORTED, FindingCode.DECODE_UNSUPPORTED, unread);
        }
        if (size == null) {
            return ended(Decoding.Status.FAILED, FindingCode.DECODE_FAILED, "the structure tells no size");
        }
        Decoding refusal = refusal(structure, size);
        if (refusal != null) {
            return refusal;
        }
        return isHeif ? heif.decode(bytes, size, step(size)) : tried(decoders, bytes, structure.coding(), step(size));
    }

    private static @Nullable String unread(PixelCoding coding, List<Readers.Decoder> decoders, String mediaType) {
        if (decoders.isEmpty()) {
            return "no decoder for " + mediaType;
        }
        return coding.unread() == null ? null : "no decoder for " + mediaType + " with " + coding.unread();
    }

    private static Decoding tried(List<Readers.Decoder> decoders, ImageBytes bytes, PixelCoding coding, int step) {
        DecodeAttempt best = DecodeAttempt.failed("no decoder answered");
        for (Readers.Decoder decoder : decoders) {
            DecodeAttempt attempt = DecodeAttempt.of(decoder, bytes, coding, step);
            if (attempt.complete()) {
                return Decoding.of(Decoding.Status.DECODED, attempt.pixels(), route(step), List.of());
            }
            best = best.pixels() == null ? attempt : best;
        }
        if (best.pixels() == null) {
            return ended(Decoding.Status.FAILED, FindingCode.DECODE_FAILED, best.problem());
        }
        Finding finding = new Finding(FindingCode.DECODE_PARTIAL, best.problem(), METHOD);
        return Decoding.of(Decoding.Status.PARTIAL, best.pixels(), route(step), List.of(finding));
    }

    private static String route(int step) {
        return step == 1 ? "FULL" : "SUB " + step;
    }

    private static int step(PixelSize size) {
        return Math.max(1, size.longSide() / LONG_SIDE);
    }

    private @Nullable Decoding refusal(ImageStructure structure, PixelSize size) {
        if (size.pixels() > limits.pixels()) {
            String detail = size.width() + "x" + size.height() + " exceeds " + limits.pixels() + " pixels";
            return ended(Decoding.Status.REFUSED, FindingCode.PIXELS_REFUSED, detail);
        }
        if (structure.coding().scans() > limits.scans()) {
            String detail = structure.coding().scans() + " scans exceed " + limits.scans();
            return ended(Decoding.Status.REFUSED, FindingCode.SCAN_LIMIT, detail);
        }
        long needed = estimatedBytes(structure.coding(), size);
        long allowed = Runtime.getRuntime().maxMemory() / 2;
        if (needed > allowed) {
            String detail = String.format(
                    Locale.ROOT,
                    "decoding %dx%d takes about %d MiB; the limit is %d, half of a worker's memory",
                    size.width(),
                    size.height(),
                    needed >> 20,
                    allowed >> 20);
            return ended(Decoding.Status.REFUSED, FindingCode.PIXELS_REFUSED, detail);
        }
        return null;
    }

    /** What the route holds at once: the subsampled raster, its brightness, and what the coding asks for. */
    static long estimatedBytes(PixelCoding coding, PixelSize size) {
        long step = step(size);
        long sampled = ((size.width() + step - 1) / step) * ((size.height() + step - 1) / step);
        return sampled * (coding.pixelBytes() + LUMA_BYTES) + coding.heldBytes();
    }

    private static Decoding ended(Decoding.Status status, FindingCode code, String detail) {
        return Decoding.without(status, new Finding(code, detail, METHOD));
    }
}
