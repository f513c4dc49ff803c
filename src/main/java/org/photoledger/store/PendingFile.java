package org.photoledger.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.photoledger.source.SourcePath;

/** A file of a run that has no outcome yet. */
public record PendingFile(
        long id, SourcePath path, long size, @Nullable Instant modified) {}
