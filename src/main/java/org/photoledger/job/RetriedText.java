package org.photoledger.job;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.sandbox.Examination;
import org.photoledger.sandbox.WorkerPool;
import org.photoledger.source.Reading;
import org.photoledger.store.RecordedFile;
import org.photoledger.store.TextStore;

/** The text of photos, then of documents, that a run took in without. */
record RetriedText(TextStore texts, long run) implements RetriedPart {

    @Override
    public List<Files> files() {
        return List.of(
                (root, id, limit) -> texts.textlessPhotos(run, root, id, limit),
                (root, id, limit) -> texts.textlessOthers(run, root, id, limit));
    }

    @Override
    public Examination examined(WorkerPool workers, Reading.Content content, RecordedFile file) {
        return workers.examineText(content, file.orientation());
    }

    @Override
    public boolean isIn(PhotoExamination found) {
        return true;
    }

    @Override
    public void keep(List<? extends RetriedFile> retried) {
        Map<Long, PhotoExamination> photos = new HashMap<>();
        for (RetriedFile text : retried) {
            if (text.found() != null && text.file().photo()) {
                photos.put(text.file().id(), text.found());
            } else if (text.found() != null && text.found().document() != null) {
                texts.keep(text.file(), text.found().document());
            }
        }
        texts.add(photos);
    }

    @Override
    public long left() {
        return texts.textlessCount(run);
    }

    @Override
    public String nameOfLeft() {
        return "photosStillWithoutText";
    }
}
