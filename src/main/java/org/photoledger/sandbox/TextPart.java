package org.photoledger.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;
import org.photoledger.image.Luma;
import org.photoledger.image.PixelSize;
import org.photoledger.photo.PhotoText;
import org.photoledger.text.TextExamination;
import org.photoledger.text.TextReader;
import org.photoledger.text.TextSettings;
import org.photoledger.text.TextUnavailableException;

/** A worker's text part: on, switched off, or not to be had on this machine. */
final class TextPart {

    private static final String METHOD = "text-1";

    private final PhotoText.Status withoutReader;
    private final @Nullable TextReader reader;
    private final String message;

    private TextPart(PhotoText.Status withoutReader, @Nullable TextReader reader, String message) {
        this.withoutReader = withoutReader;
        this.reader = reader;
        this.message = message;
    }

    /**
     * Loads the models once for the process; settings null: text is off. A model that is missing or damaged is passed on
     * as TextUnavailableException, a platform without native library is not: photos are recorded without text there.
     */
    static TextPart open(@Nullable TextSettings settings) {
        if (settings == null) {
            return new TextPart(PhotoText.Status.OFF, null, "");
        }
        try {
            return new TextPart(PhotoText.Status.EXAMINED, TextReader.open(settings), "");
        } catch (TextUnavailableException e) {
            if (e.reason() == TextUnavailableException.Reason.MODEL) {
                throw e;
            }
            return new TextPart(PhotoText.Status.UNAVAILABLE, null, String.valueOf(e.getMessage()));
        }
    }

    /** Why text is not to be had, empty where it is, or where nobody wants it. */
    String message() {
        return message;
    }

    /** A photo's text and whether the limit of regions cut it short. */
    record Found(PhotoText text, boolean limited) {

        static Found nothing(PhotoText.Status status) {
            return new Found(PhotoText.without(status), false);
        }

        List<Finding> findings() {
            String detail = "more places of text than the limit; the first "
                    + text.regions().size() + " were read";
            return limited ? List.of(new Finding(FindingCode.TEXT_REGION_LIMIT, detail, METHOD)) : List.of();
        }
    }

    /**
     * Reads an upright raster.
     *
     * @param full size of the upright picture that the raster is a reduction of
     */
    Found read(Luma upright, PixelSize full) {
        if (reader == null) {
            return Found.nothing(withoutReader);
        }
        TextExamination found = reader.examine(upright);
        double across = (double) full.width() / upright.width();
        double down = (double) full.height() / upright.height();
        PhotoText text = new PhotoText(
                PhotoText.Status.EXAMINED,
                TextReader.ENGINE_VERSION,
                found.regions().stream()
                        .map(region -> region.scaled(across, down).within(full.width(), full.height()))
                        .toList());
        return new Found(text, found.limited());
    }

    /** A photo without pixels. */
    Found withoutPixels() {
        return Found.nothing(reader == null ? withoutReader : PhotoText.Status.NO_PIXELS);
    }
}
