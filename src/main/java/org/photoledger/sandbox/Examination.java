package org.photoledger.sandbox;

import org.photoledger.photo.PhotoExamination;
import org.photoledger.source.Reason;

/** How examining one file in worker processes ended. */
public sealed interface Examination {

    /** How many workers were given the file: 1, or 2 where the first died, hung or outgrew its memory. */
    int attempts();

    /** What the file is, empty where nobody tells. */
    default String mediaType() {
        return this instanceof Examined examined ? examined.found.mediaType() : "";
    }

    /** A worker answered. */
    record Examined(PhotoExamination found, int attempts) implements Examination {}

    /** Two workers were lost on it; reason is WORKER_DIED, DEADLINE or OUT_OF_MEMORY, that of the second attempt. */
    record Lost(Reason reason, int attempts) implements Examination {}

    /** The run is stopping: nothing is known and nothing counts, the file stays pending. */
    record Abandoned() implements Examination {
        @Override
        public int attempts() {
            return 0;
        }
    }
}
