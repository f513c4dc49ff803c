package org.photoledger.job;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.photoledger.store.TextStore;
import org.photoledger.store.TextlessFile;
import org.photoledger.text.DocumentReader;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Reads the photos, then the documents, that a run took in without their text, page by page; one that has its text is not
 * among them any more.
 */
final class TextlessFileReader implements ItemReader<TextlessFile> {

    private final TextStore texts;
    private final StopRequest stop;
    private final long run;
    private final int pageSize;
    private final Deque<TextlessFile> page = new ArrayDeque<>();
    private boolean photos = true;
    private long lastId;

    TextlessFileReader(TextStore texts, StopRequest stop, long run, int pageSize) {
        this.texts = texts;
        this.stop = stop;
        this.run = run;
        this.pageSize = pageSize;
    }

    @Override
    public @Nullable TextlessFile read() {
        if (stop.requested()) {
            return null;
        }
        boolean more = true;
        while (page.isEmpty() && more) {
            more = nextPage();
        }
        return page.poll();
    }

    /** False where nothing is left, neither photo nor document. */
    private boolean nextPage() {
        List<TextlessFile> read =
                photos ? texts.textlessPhotos(run, lastId, pageSize) : texts.textlessOthers(run, lastId, pageSize);
        if (!read.isEmpty()) {
            lastId = read.get(read.size() - 1).id();
            read.stream()
                    .filter(file -> file.photo() || DocumentReader.reads(file.mediaType()))
                    .forEach(page::add);
            return true;
        }
        boolean documentsFollow = photos;
        photos = false;
        lastId = 0;
        return documentsFollow;
    }
}
