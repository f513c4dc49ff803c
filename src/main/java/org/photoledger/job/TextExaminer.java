package org.photoledger.job;

import org.jspecify.annotations.Nullable;
import org.photoledger.sandbox.Examination;
import org.photoledger.sandbox.WorkerPool;
import org.photoledger.source.Reading;
import org.photoledger.source.Reason;
import org.photoledger.source.SourceReader;
import org.photoledger.store.TextlessPhoto;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Reads a recorded photo's file again and has a worker look for its text, if it still is the same photo. */
final class TextExaminer implements ItemProcessor<TextlessPhoto, ExaminedText> {

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
    public @Nullable ExaminedText process(TextlessPhoto photo) {
        if (stop.requested()) {
            return null;
        }
        int held = budget.acquire(Math.min(photo.bytes(), budget.largest()));
        try {
            return read(photo);
        } finally {
            budget.release(held);
        }
    }

    private @Nullable ExaminedText read(TextlessPhoto photo) {
        Reading reading = reader.read(photo.path().in(place.root()), photo.id());
        if (reading instanceof Reading.Content content) {
            try {
                return examined(photo, content);
            } finally {
                content.discard();
            }
        }
        place.requireThere();
        Reason reason = reading instanceof Reading.Failed failed ? failed.reason() : Reason.NOT_READABLE;
        return new ExaminedText(photo, null, reason.name());
    }

    private @Nullable ExaminedText examined(TextlessPhoto photo, Reading.Content content) {
        if (!content.sha256().hex().equals(photo.sha256())) {
            return new ExaminedText(photo, null, Reason.CONTENT_CHANGED.name());
        }
        Examination examination = content.spooled() == null
                ? workers.examineText(content.bytes(), photo.orientation())
                : workers.examineTextSpooled(content.spooled(), photo.orientation());
        if (examination instanceof Examination.Examined examined) {
            return new ExaminedText(photo, examined.found(), null);
        }
        return examination instanceof Examination.Lost lost
                ? new ExaminedText(photo, null, lost.reason().name())
                : null;
    }
}
