package org.photoledger.job;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.photoledger.store.StoredContainer;
import org.slf4j.MDC;
import org.springframework.batch.infrastructure.item.ItemReader;

/** Opens the containers of a run one after another; keeps no state, since what has an outcome is passed over. */
final class OpenedItemReader implements ItemReader<OpenedItem>, AutoCloseable {

    private static final int PAGE = 100;

    private final Opener opener;
    private final Deque<StoredContainer> page = new ArrayDeque<>();
    private long lastId;
    private @Nullable ContainerWalk walk;

    OpenedItemReader(Opener opener) {
        this.opener = opener;
    }

    @Override
    public @Nullable OpenedItem read() {
        while (!opener.stop().requested() && begun()) {
            OpenedItem item = walk == null ? null : next(walk);
            if (item != null) {
                return item;
            }
            close();
        }
        return null;
    }

    /** Lines of the log tell the container's number. */
    private @Nullable OpenedItem next(ContainerWalk current) {
        MDC.put("file", Long.toString(lastId));
        try {
            return current.next();
        } finally {
            MDC.remove("file");
        }
    }

    /** A container of which only a part was gone through when a stop came is gone through again by the resume. */
    private boolean begun() {
        if (walk == null) {
            if (page.isEmpty()) {
                page.addAll(opener.waiting(lastId, PAGE));
            }
            StoredContainer next = page.poll();
            if (next == null) {
                return false;
            }
            lastId = next.id();
            walk = new ContainerWalk(opener, next);
        }
        return true;
    }

    @Override
    public void close() {
        if (walk != null) {
            walk.close();
            walk = null;
        }
    }
}
