package org.photoledger.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import org.photoledger.image.ImageLimits;
import org.photoledger.metadata.MetadataLimits;

/**
 * How worker processes are started and bounded.
 *
 * @param workers processes at work at once, at least 1
 * @param deadline longest time of one attempt at one file
 * @param heapMegabytes largest Java heap of a worker
 * @param frameBytes largest file handed over in a frame; larger ones come as a private copy in the spool
 * @param workingFolder an empty folder of their own that workers run in
 */
public record WorkerSettings(
        int workers,
        Duration deadline,
        int heapMegabytes,
        int frameBytes,
        Path workingFolder,
        ImageLimits imageLimits,
        MetadataLimits metadataLimits) {}
