package org.photoledger.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time during which a name was not in its source.
 *
 * @param fromRun the run whose walk did not meet it any more
 * @param untilRun the run whose walk met it again, null while it is away
 * @param movedTo the paths under which the run that missed it found the same bytes, in byte order
 */
public record Absence(long fromRun, @Nullable Long untilRun, List<String> movedTo) {}
