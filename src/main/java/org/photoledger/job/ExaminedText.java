package org.photoledger.job;

import org.jspecify.annotations.Nullable;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.store.TextlessPhoto;

/**
 * A photo whose text was looked for.
 *
 * @param found what its raster gave, null where the photo could not be read again
 * @param loss why it could not, as a reason's name; null where it could
 */
record ExaminedText(
        TextlessPhoto photo,
        @Nullable PhotoExamination found,
        @Nullable String loss) {}
