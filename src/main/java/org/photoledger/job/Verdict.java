package org.photoledger.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.photoledger.finding.Finding;
import org.photoledger.photo.DocumentFound;
import org.photoledger.photo.Photo;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.sandbox.WorkerPool;
import org.photoledger.source.FileExtension;
import org.photoledger.source.Outcome;
import org.photoledger.source.Reading;
import org.photoledger.source.Reason;
import org.photoledger.store.KnownContent;
import org.photoledger.store.PendingFile;
import org.photoledger.store.SettledFile;

/** Turns what is known about a file's content into its outcome. */
record Verdict(Path spool, PendingFile file, Reading.Content content) {

    ExaminedFile of(PhotoExamination found, int attempts) {
        if (!found.photo()) {
            return noPhoto(found, attempts);
        }
        if (found.yieldsNothing()) {
            return quarantined(Reason.NOTHING_READABLE, found.mediaType(), attempts);
        }
        Photo photo = new Photo(content.sha256(), content.sha1(), content.md5(), content.size(), found);
        SettledFile row = row(Outcome.RECORDED, null, found.mediaType(), attempts);
        return ExaminedFile.with(file.path(), row, photo, spool.resolve(file.id() + ".examined"));
    }

    private ExaminedFile noPhoto(PhotoExamination found, int attempts) {
        return WorkerPool.opens(found.mediaType())
                ? toBeOpened(found.mediaType(), found.document(), attempts)
                : without(row(Outcome.IGNORED, Reason.NOT_A_PHOTO, found.mediaType(), attempts)
                        .with(found.document()));
    }

    /** It stays pending, with its digest and its type: the step that opens it settles it. A document's text stays with the file. */
    ExaminedFile toBeOpened(String mediaType, @Nullable DocumentFound document, int attempts) {
        return without(row(Outcome.PENDING, null, mediaType, attempts).with(document));
    }

    ExaminedFile asKnown(KnownContent known) {
        return without(row(known.outcome(), known.reason(), known.mediaType(), 0));
    }

    ExaminedFile ignored(Reason reason, String mediaType, int attempts) {
        return without(row(Outcome.IGNORED, reason, mediaType, attempts));
    }

    ExaminedFile quarantined(Reason reason, @Nullable String mediaType, int attempts) {
        return without(row(Outcome.QUARANTINED, reason, mediaType, attempts));
    }

    private ExaminedFile without(SettledFile row) {
        return ExaminedFile.without(file.path(), row);
    }

    private SettledFile row(Outcome outcome, @Nullable Reason reason, @Nullable String mediaType, int attempts) {
        List<Finding> findings = new ArrayList<>(content.findings());
        if (outcome == Outcome.RECORDED && mediaType != null) {
            FileExtension.mismatch(file.path(), mediaType).ifPresent(findings::add);
        }
        return new SettledFile(
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
    }
}
