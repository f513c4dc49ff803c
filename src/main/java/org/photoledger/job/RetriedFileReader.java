package org.photoledger.job;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.photoledger.store.RecordedFile;
import org.photoledger.text.DocumentReader;
import org.springframework.batch.infrastructure.item.ItemReader;

/** Reads the files of a run that lack a part, page by page; one that has it is not among them any more. */
final class RetriedFileReader implements ItemReader<RecordedFile> {

    private final StopRequest stop;
    private final int pageSize;
    private final Deque<RetriedPart.Files> files;
    private final Deque<RecordedFile> page = new ArrayDeque<>();
    private long lastId;

    RetriedFileReader(RetriedPart part, StopRequest stop, int pageSize) {
        this.files = new ArrayDeque<>(part.files());
        this.stop = stop;
        this.pageSize = pageSize;
    }

    @Override
    public @Nullable RecordedFile read() {
        if (stop.requested()) {
            return null;
        }
        while (page.isEmpty() && !files.isEmpty()) {
            nextPage(files.element());
        }
        return page.poll();
    }

    private void nextPage(RetriedPart.Files kind) {
        List<RecordedFile> read = kind.after(lastId, pageSize);
        if (read.isEmpty()) {
            files.remove();
            lastId = 0;
            return;
        }
        lastId = read.get(read.size() - 1).id();
        read.stream()
                .filter(file -> file.photo() || DocumentReader.reads(file.mediaType()))
                .forEach(page::add);
    }
}
