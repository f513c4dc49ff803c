package org.photoledger.job;

import java.util.List;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.sandbox.Examination;
import org.photoledger.sandbox.WorkerPool;
import org.photoledger.source.Reading;
import org.photoledger.store.Database;
import org.photoledger.store.RecordedFile;

/** One part of the examinations of a run: which files lack it, how it is kept, and how many photos lack it still. */
sealed interface RetriedPart permits RetriedText, RetriedHashes {

    /** Of the run that a retry is for. */
    static RetriedPart of(RunParameters.Retry retry, Database database) {
        return switch (retry.part()) {
            case TEXT -> new RetriedText(database.texts(), retry.of());
            case HASH -> new RetriedHashes(database.hashes(), retry.of());
        };
    }

    /** The next files of a kind that lack the part, after an id, in id order; of all, or in the container of the source of that id. */
    interface Files {
        List<RecordedFile> after(long root, long id, int limit);
    }

    /** Kinds of files that may lack the part. */
    List<Files> files();

    /** Examines a file for the part. */
    Examination examined(WorkerPool workers, Reading.Content content, RecordedFile file);

    /** Whether an examination gave the part; where not, what is recorded stays. */
    boolean isIn(PhotoExamination found);

    /** Keeps the part of these files in the caller's transaction; those without an examination stay as they are. */
    void keep(List<? extends RetriedFile> retried);

    /** Photos of the run that lack the part. */
    long left();

    /** What a report calls their number. */
    String nameOfLeft();
}
