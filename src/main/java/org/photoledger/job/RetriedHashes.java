package org.photoledger.job;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.sandbox.Examination;
import org.photoledger.sandbox.WorkerPool;
import org.photoledger.source.Reading;
import org.photoledger.store.HashStore;
import org.photoledger.store.RecordedFile;

/** The hashes of photos that a run recorded by another algorithm than that in force. */
record RetriedHashes(HashStore hashes, long run) implements RetriedPart {

    @Override
    public List<Files> files() {
        return List.of((root, id, limit) -> hashes.outdated(run, root, id, limit));
    }

    /** The whole examination, but for the text, which is off in the workers of such a run. */
    @Override
    public Examination examined(WorkerPool workers, Reading.Content content, RecordedFile file) {
        return workers.examine(content);
    }

    /** A photo that cannot be decoded any more, under a lower limit for one, keeps its old hash. */
    @Override
    public boolean isIn(PhotoExamination found) {
        return found.perceptualHash() != null;
    }

    @Override
    public void keep(List<? extends RetriedFile> retried) {
        Map<Long, PhotoExamination> photos = new HashMap<>();
        for (RetriedFile photo : retried) {
            if (photo.found() != null) {
                photos.put(photo.file().id(), photo.found());
            }
        }
        hashes.renew(photos);
    }

    @Override
    public long left() {
        return hashes.outdatedCount(run);
    }

    @Override
    public String nameOfLeft() {
        return "photosStillWithOldHash";
    }
}
