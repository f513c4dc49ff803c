package org.photoledger.job;

import org.jspecify.annotations.Nullable;
import org.photoledger.sandbox.Examination;
import org.photoledger.sandbox.WorkerPool;
import org.photoledger.source.Reading;
import org.photoledger.source.Reason;
import org.photoledger.source.SourceReader;
import org.photoledger.store.TextlessFile;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Reads a recorded photo's file again and has a worker look for its text, if it still is the same file. */
final class TextExaminer implements ItemProcessor<TextlessFile, ExaminedText> {

    private final SourcePlace place;
    private final FrameBudget budget = FileExaminer.budget();
    private final SourceReader reader;
    private final WorkerPool workers;
    private final StopRequest stop;

    TextExaminer(SourcePlace place, SourceReader reader, WorkerPool workers, StopRequest stop) {
        this.place = place;
        this.reader = reader;
        this.workers = workers;
        this.stop = stop;
    }

    /** Null where a stop leaves the photo without text. */
    @Override
    public @Nullable ExaminedText process(TextlessFile file) {
        if (stop.requested()) {
            return null;
        }
        int held = budget.acquire(Math.min(file.bytes(), budget.largest()));
        try {
            return read(file);
        } finally {
            budget.release(held);
        }
    }

    private @Nullable ExaminedText read(TextlessFile file) {
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
        return new ExaminedText(file, null, reason.name());
    }

    private @Nullable ExaminedText examined(TextlessFile file, Reading.Content content) {
        if (!content.sha256().hex().equals(file.sha256())) {
            return new ExaminedText(file, null, Reason.CONTENT_CHANGED.name());
        }
        Examination examination = content.spooled() == null
                ? workers.examineText(content.bytes(), file.orientation())
                : workers.examineTextSpooled(content.spooled(), file.orientation());
        if (examination instanceof Examination.Examined examined) {
            return new ExaminedText(file, examined.found(), null);
        }
        return examination instanceof Examination.Lost lost
                ? new ExaminedText(file, null, lost.reason().name())
                : null;
    }
}
