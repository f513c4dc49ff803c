package org.photoledger.job;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.photoledger.store.PhotoTextStore;
import org.photoledger.store.TextlessPhoto;
import org.springframework.batch.infrastructure.item.ItemReader;

/** Reads the photos that a run recorded without text, page by page; one that has its text is not among them any more. */
final class TextlessPhotoReader implements ItemReader<TextlessPhoto> {

    private final PhotoTextStore photos;
    private final StopRequest stop;
    private final long run;
    private final int pageSize;
    private final Deque<TextlessPhoto> page = new ArrayDeque<>();
    private long lastId;

    TextlessPhotoReader(PhotoTextStore photos, StopRequest stop, long run, int pageSize) {
        this.photos = photos;
        this.stop = stop;
        this.run = run;
        this.pageSize = pageSize;
    }

    @Override
    public @Nullable TextlessPhoto read() {
        if (stop.requested()) {
            return null;
        }
        if (page.isEmpty()) {
            page.addAll(photos.textless(run, lastId, pageSize));
        }
        TextlessPhoto next = page.poll();
        if (next != null) {
            lastId = next.id();
        }
        return next;
    }
}
