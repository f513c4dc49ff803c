package org.photoledger.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.event.IIOReadWarningListener;
import org.jspecify.annotations.Nullable;

/**
 * One decoder's try at one picture.
 *
 * @param pixels what was decoded, complete or not, null for nothing
 * @param problemText what kept it from being complete, null for nothing
 */
record DecodeAttempt(
        @Nullable BufferedImage pixels, @Nullable String problemText) {

    static DecodeAttempt failed(String problem) {
        return new DecodeAttempt(null, problem);
    }

    boolean complete() {
        return pixels != null && problemText == null;
    }

    String problem() {
        return problemText == null ? "" : problemText;
    }

    static DecodeAttempt of(Readers.Decoder decoder, ImageBytes bytes, PixelCoding coding, int step) {
        int page = coding.page();
        BufferedImage[] target = {null};
        Warnings warnings = new Warnings(coding.rowsWhole());
        try (ImageBytesStream stream = new ImageBytesStream(bytes)) {
            ImageReader reader = decoder.open();
            try {
                reader.setInput(stream, true, true);
                reader.addIIOReadWarningListener(warnings);
                BufferedImage pixels = reader.read(page, parameters(reader, page, step, target));
                return new DecodeAttempt(pixels, warnings.first);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return new DecodeAttempt(begun(target[0]), warnings.first == null ? reason(e) : warnings.first);
        }
    }

    /** The target is made beforehand, so that a decoder that fails half-way leaves what it has. */
    private static ImageReadParam parameters(ImageReader reader, int page, int step, @Nullable BufferedImage[] target)
            throws IOException {
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(page);
        if (types.hasNext()) {
            int width = (reader.getWidth(page) + step - 1) / step;
            int height = (reader.getHeight(page) + step - 1) / step;
            target[0] = types.next().createBufferedImage(width, height);
            parameters.setDestination(target[0]);
        }
        return parameters;
    }

    /** A raster of zeros was never begun: it would be hashed as a black picture. */
    private static @Nullable BufferedImage begun(@Nullable BufferedImage target) {
        if (target == null) {
            return null;
        }
        DataBuffer samples = target.getRaster().getDataBuffer();
        for (int at = 0; at < samples.getSize(); at++) {
            if (samples.getElemDouble(at) != 0) {
                return target;
            }
        }
        return null;
    }

    /** Class and the start of what a decoder says, without addresses; what Java says of a decoder's own fault tells nobody anything. */
    private static String reason(Exception e) {
        String message = e instanceof RuntimeException ? null : e.getMessage();
        String words = message == null ? "" : ": " + message.lines().findFirst().orElse("");
        return e.getClass().getSimpleName() + words.replaceAll("@[0-9a-f]+", "");
    }

    private static final class Warnings implements IIOReadWarningListener {

        /** Of TwelveMonkeys, about something else than lost pixels. */
        private static final List<String> HARMLESS = List.of(
                "No embedded ICC color profile",
                "Ignoring unexpected chunk",
                "Missing PhotometricInterpretation, determining fallback");

        /** Told of every last strip that is shorter than the others. */
        private static final String SHORT_STRIP = "strip/tileByteCount < required";

        private final boolean rowsWhole;
        private @Nullable String first;

        private Warnings(boolean rowsWhole) {
            this.rowsWhole = rowsWhole;
        }

        @Override
        public void warningOccurred(ImageReader source, String warning) {
            boolean harmless =
                    HARMLESS.stream().anyMatch(warning::startsWith) || (rowsWhole && warning.startsWith(SHORT_STRIP));
            if (first == null && !harmless) {
                first = warning;
            }
        }
    }
}
