package org.photoledger.job;

import org.jspecify.annotations.Nullable;
import org.photoledger.source.Reason;
import org.photoledger.store.RecordedFile;

/**
 * A recorded file that is to be examined again.
 *
 * @param held its content where it stands in a container; null where it is read from the source
 * @param lost why it cannot be read again; null where it can
 */
record RetriedItem(
        RecordedFile file,
        @Nullable HeldContent held,
        @Nullable Reason lost) {}
