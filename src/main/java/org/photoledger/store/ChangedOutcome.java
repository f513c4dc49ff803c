package org.photoledger.store;

import org.jspecify.annotations.Nullable;

/** A path that two runs took up, and how it ended in each. */
public record ChangedOutcome(
        String path,
        String was,
        @Nullable String wasReason,
        String became,
        @Nullable String becameReason,
        boolean otherBytes) {}
