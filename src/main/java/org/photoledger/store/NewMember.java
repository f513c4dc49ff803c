package org.photoledger.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.photoledger.source.SourcePath;

/**
 * A member of a container to register.
 *
 * @param index its number in the container
 * @param size in bytes as the container declares it, at least 0
 * @param derivedBy the library that wrote its content anew, null where the bytes are the stored ones
 */
public record NewMember(
        StoredContainer container,
        int index,
        SourcePath path,
        long size,
        @Nullable Instant modified,
        @Nullable String derivedBy) {}
