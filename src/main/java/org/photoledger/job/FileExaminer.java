package org.photoledger.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.photoledger.finding.Finding;
import org.photoledger.photo.Photo;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.sandbox.Examination;
import org.photoledger.sandbox.WorkerPool;
import org.photoledger.source.FileExtension;
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
        Reading reading = reader.read(file.path().in(place.root()), file.id());
        if (reading instanceof Reading.Failed failed) {
            return failed(file, failed.reason());
        }
        return reading instanceof Reading.Content content ? content(file, content) : null;
    }

    private ExaminedFile failed(PendingFile file, Reason reason) {
        place.requireThere();
        Outcome outcome = switch (reason) {
            case TOO_LARGE -> Outcome.QUARANTINED;
            case NOT_READABLE, VANISHED -> Outcome.UNREADABLE;
            default -> Outcome.IGNORED;
        };
        SettledFile settled = new SettledFile(
                file.id(), outcome, reason, null, null, 0, file.size(), file.modified(), null, List.of());
        return ExaminedFile.without(file.path(), settled);
    }

    private @Nullable ExaminedFile content(PendingFile file, Reading.Content content) {
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
        if (examination instanceof Examination.Lost lost) {
            return verdict.quarantined(lost.reason(), null, lost.attempts());
        }
        return null;
    }

    /** Turns what is known about a file's content into its outcome. */
    private record Verdict(Path spool, PendingFile file, Reading.Content content) {

        ExaminedFile of(PhotoExamination found, int attempts) {
            if (!found.photo()) {
                return noPhoto(found, attempts);
            }
            if (found.yieldsNothing()) {
                return quarantined(Reason.NOTHING_READABLE, found.mediaType(), attempts);
            }
            Photo photo = new Photo(content.sha256(), content.sha1(), content.md5(), content.size(), found);
            return settled(Outcome.RECORDED, null, found.mediaType(), attempts, photo);
        }

        /** A document's text stays with the file. */
        private ExaminedFile noPhoto(PhotoExamination found, int attempts) {
            SettledFile settled = new SettledFile(
                    file.id(),
                    Outcome.IGNORED,
                    Reason.NOT_A_PHOTO,
                    content.sha256(),
                    found.mediaType(),
                    attempts,
                    content.size(),
                    content.modified(),
                    found.document(),
                    content.findings());
            return ExaminedFile.without(file.path(), settled);
        }

        ExaminedFile asKnown(KnownContent known) {
            return settled(known.outcome(), known.reason(), known.mediaType(), 0, null);
        }

        ExaminedFile ignored(Reason reason, String mediaType, int attempts) {
            return settled(Outcome.IGNORED, reason, mediaType, attempts, null);
        }

        ExaminedFile quarantined(Reason reason, @Nullable String mediaType, int attempts) {
            return settled(Outcome.QUARANTINED, reason, mediaType, attempts, null);
        }

        private ExaminedFile settled(
                Outcome outcome,
                @Nullable Reason reason,
                @Nullable String mediaType,
                int attempts,
                @Nullable Photo photo) {
            List<Finding> findings = new ArrayList<>(content.findings());
            if (outcome == Outcome.RECORDED && mediaType != null) {
                FileExtension.mismatch(file.path(), mediaType).ifPresent(findings::add);
            }
            SettledFile settled = new SettledFile(
                    file.id(),
                    outcome,
                    reason,
                    content.sha256(),
                    mediaType,
                    attempts,
                    content.size(),
                    content.modified(),
                    null,
                    findings);
            if (photo == null) {
                return ExaminedFile.without(file.path(), settled);
            }
            return ExaminedFile.with(file.path(), settled, photo, spool.resolve(file.id() + ".examined"));
        }
    }
}
