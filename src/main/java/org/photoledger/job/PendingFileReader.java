package org.photoledger.job;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.photoledger.store.PendingFile;
import org.photoledger.store.SourceFileStore;
import org.springframework.batch.infrastructure.item.ItemReader;

/** Reads a run's pending files page by page; keeps no state beyond the last id, since a settled file is pending no more. */
final class PendingFileReader implements ItemReader<PendingFile> {

    private final SourceFileStore files;
    private final StopRequest stop;
    private final long run;
    private final int pageSize;
    private final Deque<PendingFile> page = new ArrayDeque<>();
    private long lastId;

    PendingFileReader(SourceFileStore files, StopRequest stop, long run, int pageSize) {
        this.files = files;
        this.stop = stop;
        this.run = run;
        this.pageSize = pageSize;
    }

    @Override
    public @Nullable PendingFile read() {
        if (stop.requested()) {
            return null;
        }
        if (page.isEmpty()) {
            page.addAll(files.pending(run, lastId, pageSize));
        }
        PendingFile next = page.poll();
        if (next != null) {
            lastId = next.id();
        }
        return next;
    }
}
