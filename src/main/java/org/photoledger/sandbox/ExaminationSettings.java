package org.photoledger.sandbox;

import org.jspecify.annotations.Nullable;
import org.photoledger.image.ImageLimits;
import org.photoledger.metadata.MetadataLimits;
import org.photoledger.text.TextSettings;

/**
 * What a worker does with a file, and its bounds.
 *
 * @param text how text is looked for, null where it is switched off; documents give their text only where it is on
 * @param documentChars most characters kept of a document's text
 */
public record ExaminationSettings(
        ImageLimits imageLimits,
        MetadataLimits metadataLimits,
        @Nullable TextSettings text,
        int documentChars) {

    /** The shipped limits, without text. */
    public static ExaminationSettings withoutText() {
        return new ExaminationSettings(ImageLimits.defaults(), MetadataLimits.defaults(), null, 1_000_000);
    }
}
