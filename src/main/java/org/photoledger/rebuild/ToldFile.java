package org.photoledger.rebuild;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.photoledger.source.SourcePath;

/**
 * A name of a source as the ledger told of it last.
 *
 * @param sha256 null where nothing was read
 */
record ToldFile(
        SourcePath path,
        long firstRun,
        long bytes,
        @Nullable String sha256) {

    /** Whether its original is missing, or cannot be the one by its length. */
    boolean missing(Path root) {
        Path file = path.in(root);
        return sha256 != null && (!Files.isRegularFile(file) || file.toFile().length() != bytes);
    }

    ToldFile again(long length, @Nullable String digest) {
        return new ToldFile(path, firstRun, length, digest == null ? sha256 : digest);
    }
}
