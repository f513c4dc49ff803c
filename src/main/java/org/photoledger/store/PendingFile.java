package org.photoledger.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.photoledger.digest.Sha256;
import org.photoledger.source.SourcePath;

/**
 * A file of a run that has no outcome yet.
 *
 * @param sha256 the digest that it had when it was lost, where it is tried again; else null
 */
public record PendingFile(
        long id,
        SourcePath path,
        long size,
        @Nullable Instant modified,
        @Nullable Sha256 sha256) {}
