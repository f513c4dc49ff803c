package org.photoledger.job;

import org.jspecify.annotations.Nullable;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.store.RecordedFile;

/**
 * A photo or document that was examined again for a part.
 *
 * @param found what its raster or its pages gave, null where it could not be read again or did not give the part
 * @param loss why it did not, as a reason's name; null where it did
 */
record RetriedFile(
        RecordedFile file,
        @Nullable PhotoExamination found,
        @Nullable String loss) {}
