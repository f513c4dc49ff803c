package org.photoledger.job;

import org.jspecify.annotations.Nullable;
import org.photoledger.sandbox.Examination;
import org.photoledger.sandbox.WorkerPool;
import org.photoledger.source.Reading;
import org.photoledger.source.Reason;
import org.photoledger.source.SourceReader;
import org.photoledger.store.RecordedFile;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Reads a recorded file again and has a worker examine what a part needs, if it still is the same file. */
final class RetryExaminer implements ItemProcessor<RetriedItem, RetriedFile> {

    private final RetriedPart part;
    private final SourcePlace place;
    private final FrameBudget budget = FileExaminer.budget();
    private final SourceReader reader;
    private final WorkerPool workers;
    private final StopRequest stop;

    RetryExaminer(RetriedPart part, SourcePlace place, SourceReader reader, WorkerPool workers, StopRequest stop) {
        this.part = part;
        this.place = place;
        this.reader = reader;
        this.workers = workers;
        this.stop = stop;
    }

    RetriedPart part() {
        return part;
    }

    /** Null where a stop leaves the file as it is. */
    @Override
    public @Nullable RetriedFile process(RetriedItem item) {
        if (item.held() != null) {
            return taken(item.file(), item.held());
        }
        if (stop.requested()) {
            return null;
        }
        return item.lost() == null
                ? budget.holding(item.file().bytes(), () -> read(item.file()))
                : new RetriedFile(item.file(), null, item.lost().name());
    }

    private @Nullable RetriedFile taken(RecordedFile file, HeldContent held) {
        try {
            return stop.requested() ? null : examined(file, held.content());
        } finally {
            held.discard();
        }
    }

    private @Nullable RetriedFile read(RecordedFile file) {
        Reading reading = reader.read(file.path().in(place.root()), file.id());
        if (reading instanceof Reading.Content content) {
            try {
                return examined(file, content);
            } finally {
                content.discard();
            }
        }
        place.requireThere();
        Reason reason = reading instanceof Reading.Failed failed ? failed.reason() : Reason.NOT_READABLE;
        return new RetriedFile(file, null, reason.name());
    }

    private @Nullable RetriedFile examined(RecordedFile file, Reading.Content content) {
        if (!content.sha256().hex().equals(file.sha256())) {
            return new RetriedFile(file, null, Reason.CONTENT_CHANGED.name());
        }
        Examination examination = part.examined(workers, content, file);
        if (examination instanceof Examination.Examined examined) {
            return part.isIn(examined.found())
                    ? new RetriedFile(file, examined.found(), null)
                    : new RetriedFile(file, null, Reason.NOTHING_READABLE.name());
        }
        return examination instanceof Examination.Lost lost
                ? new RetriedFile(file, null, lost.reason().name())
                : null;
    }
}
