package org.photoledger.sandbox;

import org.photoledger.image.HeifConverter;
import org.photoledger.image.ImageLimits;
import org.photoledger.metadata.MetadataLimits;

/** Examiners as tests need them. */
final class PhotoExaminers {

    private PhotoExaminers() {}

    /** With the shipped limits, and no text. */
    static PhotoExaminer withoutText() {
        return new PhotoExaminer(ExaminationSettings.defaults(), TextPart.open(null), new DocumentPart(false, 1_000));
    }

    /** With this machine's converter for HEIC as well. */
    static PhotoExaminer with(HeifConverter converter) {
        ExaminationSettings settings =
                new ExaminationSettings(ImageLimits.defaults(), MetadataLimits.defaults(), converter, null, 1_000);
        return new PhotoExaminer(settings, TextPart.open(null), new DocumentPart(false, 1_000));
    }
}
