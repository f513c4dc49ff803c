package org.photoledger.image;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;

/** Shows a camera's raw file through the largest of its embedded JPEGs that can be decoded. */
final class PreviewDecoder {

    static final String ROUTE = "EMBEDDED_PREVIEW";

    /** Decodes a JPEG of its own. */
    interface JpegDecoder {
        Decoding decode(ImageBytes jpeg, ImageStructure structure);
    }

    private final ContainerWalker walker;
    private final JpegDecoder decoder;

    PreviewDecoder(ImageLimits limits, JpegDecoder decoder) {
        this.walker = new ContainerWalker(limits);
        this.decoder = decoder;
    }

    Decoding decode(ImageBytes file, ImageStructure raw) {
        Decoding partial = null;
        Decoding last = null;
        for (EmbeddedJpeg preview : raw.coding().previews()) {
            Decoding decoding = shown(file, preview);
            if (decoding.status() == Decoding.Status.DECODED) {
                return decoding;
            }
            partial = partial == null && decoding.pixels() != null ? decoding : partial;
            last = last == null ? decoding : last;
        }
        return partial == null ? none(raw.coding().previews(), last) : partial;
    }

    private Decoding shown(ImageBytes file, EmbeddedJpeg preview) {
        ImageBytes jpeg = file.part(preview.offset(), preview.length());
        ImageStructure structure = walker.walk(jpeg);
        Decoding decoding = decoder.decode(jpeg, structure);
        return decoding.pixels() == null
                ? decoding
                : new Decoding(
                        decoding.status(),
                        decoding.pixels(),
                        ROUTE,
                        new PreviewTurn(preview.size(), PreviewTurn.ownOf(structure)),
                        decoding.findings());
    }

    /** A limit that kept us from the largest is told as such. */
    private static Decoding none(List<EmbeddedJpeg> previews, @Nullable Decoding largest) {
        if (largest != null && largest.status() == Decoding.Status.REFUSED) {
            return largest;
        }
        String why = largest == null
                ? "the file has no preview that is a JPEG"
                : "none of its " + previews.size() + " previews can be decoded: "
                        + largest.findings().get(0).detail();
        return Decoding.without(
                Decoding.Status.UNSUPPORTED,
                new Finding(
                        FindingCode.DECODE_UNSUPPORTED,
                        "no decoder for raw data of a camera, and " + why,
                        ImageDecoder.METHOD));
    }
}
