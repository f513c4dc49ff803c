package org.photoledger.job;

import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.photoledger.source.SourcePath;
import org.photoledger.store.LostFiles;

/**
 * A run as a ledger tells of it.
 *
 * @param root the source's folder, as an absolute URI path: the last that the ledger has for the source
 * @param parameters what the run was asked for, as it is kept with a run
 * @param operator who began it
 * @param ended null where it was not complete when the ledger ended
 * @param names the names of the source that it or a run before it took up; what else lies in the folder came later
 */
public record ToldRun(
        long number,
        String source,
        String root,
        String parameters,
        String operator,
        Instant started,
        @Nullable Instant ended,
        Predicate<SourcePath> names) {

    /** The run whose encrypted files this one opened; 0 where it did something else. */
    public long reopened() {
        RunParameters.Again again = RunParameters.parse(parameters).again();
        return again != null && again.lost().equals(LostFiles.ENCRYPTED) ? again.of() : 0;
    }
}
