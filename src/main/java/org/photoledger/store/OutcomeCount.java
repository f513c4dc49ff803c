package org.photoledger.store;

import org.jspecify.annotations.Nullable;

/**
 * Files of a run that ended alike.
 *
 * @param outcome the word of the outcome
 * @param bytes of all of them; those of a member are counted beside its container's
 */
public record OutcomeCount(String outcome, @Nullable String reason, long files, long bytes) {}
