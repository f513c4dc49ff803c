package org.photoledger.store;

import org.jspecify.annotations.Nullable;

/** A source file whose path is looked at for identifiers, with the digest of its content where that is known. */
public record IdentifiableFile(
        long id, String path, @Nullable String sha256) {}
