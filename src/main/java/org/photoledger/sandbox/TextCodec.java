package org.photoledger.sandbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.photoledger.image.RasterStatistics;
import org.photoledger.photo.DocumentFound;
import org.photoledger.photo.PhotoText;
import org.photoledger.text.Alternative;
import org.photoledger.text.Corner;
import org.photoledger.text.DocumentText;
import org.photoledger.text.Reading;
import org.photoledger.text.RegionCrop;
import org.photoledger.text.Script;
import org.photoledger.text.Surface;
import org.photoledger.text.TextBox;
import org.photoledger.text.TextRegion;

/** The parts of an examination that the raster gave, as bytes; reading treats the bytes as hostile. */
final class TextCodec {

    private TextCodec() {}

    static void raster(WireOutput out, @Nullable RasterStatistics raster) throws IOException {
        out.truth(raster != null);
        if (raster != null) {
            out.real(raster.mean());
            out.real(raster.spread());
            out.real(raster.sharpness());
        }
    }

    static @Nullable RasterStatistics raster(WireInput in) throws IOException {
        return in.truth() ? new RasterStatistics(in.real(), in.real(), in.real()) : null;
    }

    static void document(WireOutput out, @Nullable DocumentFound document) throws IOException {
        out.truth(document != null);
        if (document == null) {
            return;
        }
        DocumentText text = document.text();
        out.textOrNull(text == null ? null : text.text());
        out.truth(text != null && text.truncated());
        out.text(text == null ? "" : text.engine());
        out.textOrNull(document.problem());
    }

    static @Nullable DocumentFound document(WireInput in) throws IOException {
        if (!in.truth()) {
            return null;
        }
        String text = in.textOrNull();
        boolean truncated = in.truth();
        String engine = in.text();
        return new DocumentFound(text == null ? null : new DocumentText(text, truncated, engine), in.textOrNull());
    }

    static void text(WireOutput out, PhotoText text) throws IOException {
        out.text(text.status().name());
        out.text(text.engine());
        out.number(text.regions().size());
        for (TextRegion region : text.regions()) {
            region(out, region);
        }
    }

    static PhotoText text(WireInput in) throws IOException {
        PhotoText.Status status = PhotoText.Status.valueOf(in.text());
        String engine = in.text();
        return new PhotoText(status, engine, list(in, () -> region(in)));
    }

    private static void region(WireOutput out, TextRegion region) throws IOException {
        for (Corner corner : region.box().corners()) {
            out.real(corner.x());
            out.real(corner.y());
        }
        out.number(region.turn());
        out.real(region.score());
        out.text(region.surface().name());
        out.bytes(region.crop().jpeg());
        out.number(region.readings().size());
        for (Reading reading : region.readings()) {
            reading(out, reading);
        }
    }

    private static TextRegion region(WireInput in) throws IOException {
        TextBox box = new TextBox(corner(in), corner(in), corner(in), corner(in));
        return new TextRegion(
                box,
                in.number(),
                in.real(),
                Surface.valueOf(in.text()),
                new RegionCrop(in.bytes(RegionCrop.MOST_BYTES)),
                list(in, () -> reading(in)));
    }

    private static Corner corner(WireInput in) throws IOException {
        return new Corner(in.real(), in.real());
    }

    private static void reading(WireOutput out, Reading reading) throws IOException {
        out.text(reading.engine());
        out.text(reading.raw());
        out.text(reading.script().name());
        out.real(reading.confidence());
        out.number(reading.confidences().size());
        for (double confidence : reading.confidences()) {
            out.real(confidence);
        }
        out.number(reading.alternatives().size());
        for (Alternative alternative : reading.alternatives()) {
            out.text(alternative.raw());
            out.real(alternative.confidence());
        }
        out.truth(reading.accepted());
    }

    private static Reading reading(WireInput in) throws IOException {
        return new Reading(
                in.text(),
                in.text(),
                Script.valueOf(in.text()),
                in.real(),
                list(in, in::real),
                list(in, () -> new Alternative(in.text(), in.real())),
                in.truth());
    }

    private interface Element<T> {
        T read() throws IOException;
    }

    /** Grows as elements come: a count alone allocates nothing. */
    private static <T> List<T> list(WireInput in, Element<T> element) throws IOException {
        int count = in.number();
        List<T> list = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            list.add(element.read());
        }
        return list;
    }
}
