package org.photoledger.job;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.photoledger.photo.Photo;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.sandbox.ExaminationFile;
import org.photoledger.source.Outcome;
import org.photoledger.source.Reason;
import org.photoledger.source.SourcePath;
import org.photoledger.store.SettledFile;

/**
 * A file whose outcome is known, and the photo to record where it is a new one.
 *
 * @param laidDown where the photo's examination lies until the chunk is written, null where the photo holds it
 */
record ExaminedFile(
        SourcePath path,
        SettledFile settled,
        @Nullable Photo photo,
        @Nullable Path laidDown) {

    /** Characters of metadata from which an examination is laid down: 48 smaller ones fit into the parent's memory. */
    private static final int LARGE = 256 << 10;

    static ExaminedFile without(SourcePath path, SettledFile settled) {
        return new ExaminedFile(path, settled, null, null);
    }

    static ExaminedFile with(SourcePath path, SettledFile settled, Photo photo, Path spoolFile) {
        if (characters(photo.examination()) < LARGE) {
            return new ExaminedFile(path, settled, photo, null);
        }
        ExaminationFile.write(spoolFile, photo.examination());
        PhotoExamination none = PhotoExamination.notAPhoto(photo.examination().mediaType());
        return new ExaminedFile(path, settled, photo.with(none), spoolFile);
    }

    /** With an outcome: a member that only its examination took for a container is not opened any more. */
    ExaminedFile ended() {
        return settled.outcome() == Outcome.PENDING
                ? without(path, settled.ended(Outcome.IGNORED, Reason.NOT_A_PHOTO))
                : this;
    }

    private static long characters(PhotoExamination found) {
        return found.metadata().values().stream()
                .mapToLong(value -> value.raw().length()
                        + (value.rawHex() == null ? 0 : value.rawHex().length()))
                .sum();
    }

    /** The photo with its examination back from where it was laid down. */
    Photo whole(Path spoolFile, Photo outline) {
        return outline.with(ExaminationFile.take(spoolFile));
    }
}
