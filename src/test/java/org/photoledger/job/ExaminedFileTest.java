package org.photoledger.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.digest.Sha256;
import org.photoledger.image.Decoding;
import org.photoledger.metadata.MetadataValue;
import org.photoledger.metadata.PhotoMetadata;
import org.photoledger.photo.FileTraces;
import org.photoledger.photo.Photo;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.photo.PhotoText;
import org.photoledger.source.Outcome;
import org.photoledger.source.SourcePath;
import org.photoledger.store.SettledFile;

/** Large examinations wait for their chunk outside of memory and come back whole. */
class ExaminedFileTest {

    @TempDir
    private Path spool = Path.of("");

    private static Photo photo(int characters) {
        MetadataValue value =
                new MetadataValue("XMP", "dc", "x", "x", null, List.of("OWN"), "鱼".repeat(characters), null, false);
        PhotoExamination found = new PhotoExamination(
                "image/png",
                true,
                null,
                null,
                new PhotoMetadata(Map.of(), List.of(value), List.of()),
                Decoding.Status.FAILED,
                null,
                null,
                null,
                null,
                null,
                FileTraces.none(),
                PhotoText.without(PhotoText.Status.OFF),
                null,
                List.of());
        return new Photo(Sha256.of(new byte[] {1}), "0".repeat(40), "5".repeat(32), 9, found);
    }

    private ExaminedFile examined(Photo photo) {
        SourcePath path = SourcePath.ofBytes("a".getBytes(StandardCharsets.US_ASCII));
        SettledFile settled =
                new SettledFile(1, Outcome.RECORDED, null, photo.sha256(), "image/png", 1, 9, null, null, List.of());
        return ExaminedFile.with(path, settled, photo, spool.resolve("1.examined"));
    }

    @Test
    void aLargeExaminationIsLaidDownAndComesBackWhole() {
        Photo photo = photo(256 << 10);
        ExaminedFile file = examined(photo);
        Path laidDown = Objects.requireNonNull(file.laidDown());
        Photo outline = Objects.requireNonNull(file.photo());
        assertThat(laidDown).exists();
        assertThat(outline.examination().metadata().values()).isEmpty();
        assertThat(file.whole(laidDown, outline)).isEqualTo(photo);
        assertThat(spool).isEmptyDirectory();
    }

    @Test
    void aSmallerOneStaysInMemory() {
        Photo photo = photo((256 << 10) - 1);
        assertThat(examined(photo).photo()).isEqualTo(photo);
        assertThat(spool).isEmptyDirectory();
    }
}
