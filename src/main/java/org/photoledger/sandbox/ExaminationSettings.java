package org.photoledger.sandbox;

import org.jspecify.annotations.Nullable;
import org.photoledger.image.HeifConverter;
import org.photoledger.image.ImageLimits;
import org.photoledger.metadata.MetadataLimits;
import org.photoledger.text.TextSettings;

/**
 * What a worker does with a file, and its bounds.
 *
 * @param heif what decodes HEIC, HEIF and AVIF
 * @param text how text is looked for, null where it is switched off; documents give their text only where it is on
 * @param documentChars most characters kept of a document's text
 */
public record ExaminationSettings(
        ImageLimits imageLimits,
        MetadataLimits metadataLimits,
        HeifConverter heif,
        @Nullable TextSettings text,
        int documentChars) {

    /** The shipped limits, without text and without a converter for HEIC. */
    public static ExaminationSettings defaults() {
        return new ExaminationSettings(
                ImageLimits.defaults(), MetadataLimits.defaults(), HeifConverter.off(), null, 1_000_000);
    }

    /** The same, with text switched off. */
    public ExaminationSettings withoutText() {
        return new ExaminationSettings(imageLimits, metadataLimits, heif, null, documentChars);
    }
}
