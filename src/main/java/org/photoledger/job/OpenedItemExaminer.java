package org.photoledger.job;

import org.jspecify.annotations.Nullable;
import org.photoledger.sandbox.Examination;
import org.photoledger.sandbox.WorkerPool;
import org.photoledger.store.SettledFile;
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

    /** A document that workers are lost on keeps its outcome, without a text. */
    private @Nullable ExaminedFile document(OpenedItem.Document document) {
        try {
            Examination examination = workers.examine(document.held().content());
            if (examination instanceof Examination.Abandoned) {
                return null;
            }
            SettledFile settled = examination instanceof Examination.Examined examined
                    ? document.settled().with(examined.found().document())
                    : document.settled();
            return ExaminedFile.without(document.file().path(), settled);
        } finally {
            document.held().discard();
        }
    }
}
