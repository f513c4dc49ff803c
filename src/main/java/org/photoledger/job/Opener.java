package org.photoledger.job;

import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.List;
import org.photoledger.sandbox.OpenedContainer;
import org.photoledger.sandbox.WorkerPool;
import org.photoledger.store.ContainerStore;
import org.photoledger.store.Run;
import org.photoledger.store.SourceFileStore;
import org.photoledger.store.StoredContainer;

/**
 * What is needed to open the containers of a run.
 *
 * @param fileBytes the largest member that is examined
 * @param passwords tried on what is encrypted, in this order
 */
record Opener(
        Run run,
        SourcePlace place,
        Path spool,
        WorkerPool workers,
        ContainerStore containers,
        SourceFileStore files,
        FrameBudget budget,
        ContainerLimits limits,
        long fileBytes,
        boolean md5,
        List<String> passwords,
        StopRequest stop) {

    List<StoredContainer> waiting(long afterId, int count) {
        return containers.waiting(run.number(), afterId, count);
    }

    OpenedContainer open(int depth, SeekableByteChannel bytes, long size, String mediaType) {
        return workers.open(depth, bytes, size, mediaType, passwords);
    }

    /** Bytes of one member that are kept in memory: all levels and the members behind them fit into the budget. */
    int inMemory() {
        return (int) Math.min(16 << 20, budget.largest() / (limits.depth() + 2));
    }

    /** Where a member's content goes that is too large for memory. */
    Path spoolFile(long id) {
        return spool.resolve(Long.toString(id));
    }
}
