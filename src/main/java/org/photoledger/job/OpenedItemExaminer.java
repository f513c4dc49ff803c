package org.photoledger.job;

import org.jspecify.annotations.Nullable;
import org.photoledger.sandbox.WorkerPool;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Has what comes out of containers examined, by the workers that examine files. */
final class OpenedItemExaminer implements ItemProcessor<OpenedItem, ExaminedFile> {

    private final FileExaminer examiner;
    private final WorkerPool workers;
    private final StopRequest stop;

    OpenedItemExaminer(FileExaminer examiner, WorkerPool workers, StopRequest stop) {
        this.examiner = examiner;
        this.workers = workers;
        this.stop = stop;
    }

    /** Null where a stop keeps the file pending. */
    @Override
    public @Nullable ExaminedFile process(OpenedItem item) {
        if (item instanceof OpenedItem.Content member) {
            return content(member);
        }
        if (item instanceof OpenedItem.Document document) {
            return document(document);
        }
        if (item instanceof OpenedItem.RootDocument document) {
            return examiner.withText(document.file(), document.settled());
        }
        return item instanceof OpenedItem.Settled settled ? settled.file() : null;
    }

    private @Nullable ExaminedFile content(OpenedItem.Content member) {
        try {
            ExaminedFile examined = stop.requested()
                    ? null
                    : examiner.content(member.file(), member.held().content());
            return examined == null ? null : examined.ended();
        } finally {
            member.held().discard();
        }
    }

    /** A document that workers are lost on keeps its outcome, and why it has no text. */
    private @Nullable ExaminedFile document(OpenedItem.Document document) {
        try {
            return FileExaminer.withText(
                    document.file(),
                    document.settled(),
                    workers.examine(document.held().content()));
        } finally {
            document.held().discard();
        }
    }
}
