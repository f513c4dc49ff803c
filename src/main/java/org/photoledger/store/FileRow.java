package org.photoledger.store;

import org.jspecify.annotations.Nullable;
import org.photoledger.source.Outcome;
import org.photoledger.source.Reason;

/** A source file as lists show it. */
public record FileRow(
        long id,
        String source,
        String path,
        int observation,
        long size,
        @Nullable String sha256,
        @Nullable String mediaType,
        Outcome outcome,
        @Nullable Reason reason,
        int attempts,
        long run) {}
