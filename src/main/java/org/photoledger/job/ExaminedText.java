package org.photoledger.job;

import org.jspecify.annotations.Nullable;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.store.TextlessFile;

/**
 * A photo or document whose text was looked for.
 *
 * @param found what its raster or its pages gave, null where it could not be read again
 * @param loss why it could not, as a reason's name; null where it could
 */
record ExaminedText(
        TextlessFile file,
        @Nullable PhotoExamination found,
        @Nullable String loss) {}
