package org.photoledger.store;

/**
 * How a source differs from what the runs before had seen of it; names that are gone count in no run's books.
 *
 * @param gone names that the run's walk did not meet any more
 * @param moved those of them whose bytes it found under another name
 * @param backAgain names that were away before, and that it met again
 * @param changed names that it observed anew because size or time differ
 */
public record ChangeCounts(long gone, long moved, long backAgain, long changed) {}
