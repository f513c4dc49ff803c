package org.photoledger.job;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.store.HashStore;

/** The hashes of photos that a run recorded by another algorithm than that in force. */
record RetriedHashes(HashStore hashes, long run) implements RetriedPart {

    @Override
    public List<Files> files() {
        return List.of((id, limit) -> hashes.outdated(run, id, limit));
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
