package org.photoledger.sandbox;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.photoledger.source.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what becomes of a pool's processes, and logs it. Safe for use by several threads. */
final class WorkerTally {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerTally.class);

    private final Map<Reason, Integer> lost = new EnumMap<>(Reason.class);
    private int started;
    private long longestNanos;

    synchronized void started(long process) {
        started++;
        LOG.info("worker process {} started, {} so far", process, started);
    }

    synchronized void lost(Reason reason) {
        lost.merge(reason, 1, Integer::sum);
        LOG.info("a worker was lost: {}", reason);
    }

    /** A worker had something to do for so long, be it to its end or to its death. */
    synchronized void worked(long nanos) {
        longestNanos = Math.max(longestNanos, nanos);
    }

    synchronized WorkerStatistics statistics() {
        return new WorkerStatistics(
                started, Map.copyOf(lost), Duration.ofNanos(longestNanos).toMillis() / 1000.0);
    }
}
