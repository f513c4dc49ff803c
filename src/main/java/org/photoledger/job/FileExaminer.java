package org.photoledger.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;
import org.photoledger.photo.DocumentFound;
import org.photoledger.sandbox.Examination;
import org.photoledger.sandbox.WorkerPool;
import org.photoledger.source.Outcome;
import org.photoledger.source.Reading;
import org.photoledger.source.Reason;
import org.photoledger.source.SourceReader;
import org.photoledger.store.KnownContent;
import org.photoledger.store.PendingFile;
import org.photoledger.store.SettledFile;
import org.photoledger.store.SourceFileStore;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Reads a pending file once, digests it, and has a worker examine it unless the same bytes are known already. */
final class FileExaminer implements ItemProcessor<PendingFile, ExaminedFile> {

    private static final String METHOD = "text-1";

    /** A quarter of the heap for bytes in work; the rest is for results, the database and the program. */
    private static final int HEAP_PARTS = 4;

    private final SourcePlace place;
    private final Path spool;
    private final FrameBudget budget = budget();
    private final SourceReader reader;
    private final WorkerPool workers;
    private final SourceFileStore files;
    private final StopRequest stop;

    FileExaminer(
            SourcePlace place,
            Path spool,
            SourceReader reader,
            WorkerPool workers,
            SourceFileStore files,
            StopRequest stop) {
        this.place = place;
        this.spool = spool;
        this.reader = reader;
        this.workers = workers;
        this.files = files;
        this.stop = stop;
    }

    static FrameBudget budget() {
        return new FrameBudget(Runtime.getRuntime().maxMemory() / HEAP_PARTS);
    }

    /** Null where a stop keeps the file pending. */
    @Override
    public @Nullable ExaminedFile process(PendingFile file) {
        if (stop.requested()) {
            return null;
        }
        return budget.holding(file.size(), () -> read(file));
    }

    private @Nullable ExaminedFile read(PendingFile file) {
        Path path = file.path().in(place.root());
        String type = reader.fitsFrame(file.size()) ? "" : typeByHead(path);
        Reading reading = WorkerPool.opens(type) ? reader.digest(path) : reader.read(path, file.id());
        if (reading instanceof Reading.Failed failed) {
            return failed(file, failed.reason());
        }
        if (reading instanceof Reading.Content content) {
            if (file.sha256() != null && !file.sha256().equals(content.sha256())) {
                content.discard();
                return failed(file, Reason.CONTENT_CHANGED);
            }
            return WorkerPool.opens(type) ? container(file, content, type) : content(file, content);
        }
        return null;
    }

    /** A large container is never copied: its bytes are served from where it lies. Empty where nobody tells. */
    private String typeByHead(Path path) {
        return workers.typeOf(reader.head(path)).mediaType();
    }

    private ExaminedFile container(PendingFile file, Reading.Content content, String mediaType) {
        Verdict verdict = new Verdict(spool, file, content);
        return files.known(content.sha256())
                .map(verdict::asKnown)
                .orElseGet(() -> verdict.toBeOpened(mediaType, null, 0));
    }

    /** A container that was opened and is a document; one that was only digested is read for its text now. */
    @Nullable
    ExaminedFile withText(PendingFile file, SettledFile settled) {
        if (stop.requested()) {
            return null;
        }
        if (reader.fitsFrame(file.size()) || !workers.readsText()) {
            return ExaminedFile.without(file.path(), settled);
        }
        Reading reading = reader.read(file.path().in(place.root()), file.id());
        if (reading instanceof Reading.Content content) {
            try {
                return content.sha256().equals(settled.sha256())
                        ? withText(file, settled, workers.examine(content))
                        : withoutText(file, settled, Reason.CONTENT_CHANGED.name());
            } finally {
                content.discard();
            }
        }
        place.requireThere();
        boolean tooLarge = reading instanceof Reading.Failed failed && failed.reason() == Reason.TOO_LARGE;
        return withoutText(file, settled, tooLarge ? "larger than import.file-bytes" : Reason.NOT_READABLE.name());
    }

    private static ExaminedFile withoutText(PendingFile file, SettledFile settled, String why) {
        return ExaminedFile.without(file.path(), settled.with(DocumentFound.unreadable(why)));
    }

    /** With what a worker read of it, or why it was lost; null where a stop keeps it pending. */
    static @Nullable ExaminedFile withText(PendingFile file, SettledFile settled, Examination examination) {
        if (examination instanceof Examination.Examined examined) {
            return ExaminedFile.without(
                    file.path(), settled.with(examined.found().document()));
        }
        return examination instanceof Examination.Lost lost
                ? withoutText(file, settled.with(textLost(lost)), lost.reason().name())
                : null;
    }

    private static Finding textLost(Examination.Lost lost) {
        String detail = "workers were lost on its text: " + lost.reason();
        return new Finding(FindingCode.DOCUMENT_TEXT_LOST, detail, METHOD);
    }

    private ExaminedFile failed(PendingFile file, Reason reason) {
        place.requireThere();
        Outcome outcome = switch (reason) {
            case TOO_LARGE -> Outcome.QUARANTINED;
            case NOT_READABLE, VANISHED, CONTENT_CHANGED -> Outcome.UNREADABLE;
            default -> Outcome.IGNORED;
        };
        SettledFile settled = new SettledFile(
                file.id(), outcome, reason, file.sha256(), null, 0, file.size(), file.modified(), null, List.of());
        return ExaminedFile.without(file.path(), settled);
    }

    /** The outcome of content that was read; the content is discarded. */
    @Nullable
    ExaminedFile content(PendingFile file, Reading.Content content) {
        try {
            if (content.size() == 0) {
                return new Verdict(spool, file, content).ignored(Reason.EMPTY, "application/octet-stream", 0);
            }
            Optional<KnownContent> known = files.known(content.sha256());
            return known.isPresent() ? new Verdict(spool, file, content).asKnown(known.get()) : examined(file, content);
        } finally {
            content.discard();
        }
    }

    private @Nullable ExaminedFile examined(PendingFile file, Reading.Content content) {
        Examination examination = workers.examine(content);
        Verdict verdict = new Verdict(spool, file, content);
        if (examination instanceof Examination.Examined examined) {
            return verdict.of(examined.found(), examined.attempts());
        }
        return examination instanceof Examination.Lost lost ? lost(verdict, lost) : null;
    }

    /** A document on whose text workers were lost is opened all the same; a file whose type costs one too is lost. */
    private @Nullable ExaminedFile lost(Verdict verdict, Examination.Lost lost) {
        String mediaType =
                workers.typeOf(verdict.content().head(WorkerPool.HEAD_BYTES)).mediaType();
        if (WorkerPool.opens(mediaType)) {
            ExaminedFile opened = verdict.toBeOpened(mediaType, null, lost.attempts());
            return workers.readsText() ? withText(verdict.file(), opened.settled(), lost) : opened;
        }
        String known = mediaType.isEmpty() ? null : mediaType;
        return stop.requested() ? null : verdict.quarantined(lost.reason(), known, lost.attempts());
    }
}
