package org.photoledger.store;

import java.util.Map;

/**
 * What is linked in the whole home.
 *
 * @param pairs by band, in the bands' order, zeros included
 * @param clusters groups of photos that are near one of them
 * @param clustered photos in clusters
 * @param suspicious clusters that may be heaps of pictures of little detail
 * @param hubs photos with more partners than are kept as pairs
 * @param withoutHash photos that have no hash and are linked by digests only
 * @param ofAnotherAlgorithm photos whose hash is of another algorithm and is compared with none
 */
public record DuplicateCounts(
        Map<String, Long> pairs,
        long clusters,
        long clustered,
        long suspicious,
        long hubs,
        long withoutHash,
        long ofAnotherAlgorithm) {

    /** All pairs. */
    public long allPairs() {
        return pairs.values().stream().mapToLong(Long::longValue).sum();
    }
}
