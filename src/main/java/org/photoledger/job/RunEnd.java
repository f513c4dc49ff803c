package org.photoledger.job;

import org.jspecify.annotations.Nullable;
import org.photoledger.store.DuplicateCounts;
import org.photoledger.store.RunCounts;

/**
 * How one launch of a run ended.
 *
 * @param reason why it failed (STORAGE, SOURCE_LOST, WORKERS, BOOKS, INTERNAL), null unless FAILED
 * @param detail one sentence about the failure, null unless FAILED
 * @param counts of the whole run, from the database; null where it tells nothing any more
 * @param duplicates what is linked in the whole home, null with the counts
 * @param seconds of this launch
 */
public record RunEnd(
        long run,
        RunStatus status,
        int exitCode,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable RunCounts counts,
        @Nullable DuplicateCounts duplicates,
        double seconds) {}
