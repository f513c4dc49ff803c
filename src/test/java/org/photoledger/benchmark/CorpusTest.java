package org.photoledger.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.testing.Archives;

class CorpusTest {

    @TempDir
    Path folder;

    private static Map<PlannedPhoto.Kind, Long> kinds(CorpusPlan plan) {
        return plan.all().collect(Collectors.groupingBy(PlannedPhoto::kind, Collectors.counting()));
    }

    @Test
    void theSharesAreThoseOfTheDesignCases() {
        CorpusPlan plan = new CorpusPlan(1_000, CorpusStyle.MIXED);
        assertThat(kinds(plan))
                .isEqualTo(Map.of(
                        PlannedPhoto.Kind.ORIGINAL, 790L,
                        PlannedPhoto.Kind.EXACT_COPY, 100L,
                        PlannedPhoto.Kind.REENCODED, 50L,
                        PlannedPhoto.Kind.RESIZED, 50L,
                        PlannedPhoto.Kind.DAMAGED, 10L));
        assertThat(plan.all().filter(PlannedPhoto::card)).hasSize(250);
    }

    @Test
    void aSceneHasFourOrFiveFramesAndCopiesAreOfWholePhotosBeforeThem() {
        CorpusPlan plan = new CorpusPlan(900, CorpusStyle.MIXED);
        Map<Integer, Long> frames = plan.all()
                .filter(photo -> photo.kind().taken())
                .collect(Collectors.groupingBy(PlannedPhoto::scene, Collectors.counting()));
        assertThat(frames.values()).containsOnly(4L, 5L).contains(4L, 5L);
        assertThat(plan.all().filter(photo -> !photo.kind().taken())).allSatisfy(copy -> {
            assertThat(copy.source()).isLessThan(copy.number());
            assertThat(plan.photo(copy.source()).kind()).isEqualTo(PlannedPhoto.Kind.ORIGINAL);
        });
    }

    @Test
    void thereIsNeitherCardNorCopyAmongTextlessPhotos() {
        CorpusPlan plan = new CorpusPlan(100, CorpusStyle.TEXTLESS);
        assertThat(kinds(plan)).isEqualTo(Map.of(PlannedPhoto.Kind.ORIGINAL, 100L));
        assertThat(plan.all()).noneMatch(PlannedPhoto::card);
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        Corpus.fill(folder.resolve("one"), 100, 5, CorpusStyle.SMALL);
        Corpus.fill(folder.resolve("two"), 100, 5, CorpusStyle.SMALL);
        Corpus.fill(folder.resolve("other"), 10, 6, CorpusStyle.SMALL);
        Map<String, byte[]> one = Archives.filesOf(folder.resolve("one"));
        Map<String, byte[]> two = Archives.filesOf(folder.resolve("two"));
        assertThat(one).hasSize(100);
        assertThat(two.keySet()).isEqualTo(one.keySet());
        one.forEach((name, bytes) -> assertThat(two.get(name)).as(name).isEqualTo(bytes));
        assertThat(one.values().stream().map(java.util.Arrays::hashCode).distinct())
                .hasSize(90);
        assertThat(Archives.filesOf(folder.resolve("other")).get("roll-000/IMG_00000.JPG"))
                .isNotEqualTo(one.get("roll-000/IMG_00000.JPG"));
    }

    /** Cameras write 0.15 to 0.6 bytes per pixel at such qualities. */
    @Test
    void aPhotoTakesAsManyBytesPerPixelAsACamerasAndHasItsExifAndThumbnail()
            throws IOException, ImageProcessingException {
        Corpus.fill(folder, 9, 5, CorpusStyle.MIXED);
        List<PlannedPhoto> taken = new CorpusPlan(9, CorpusStyle.MIXED)
                .all()
                .filter(photo -> photo.kind() == PlannedPhoto.Kind.ORIGINAL)
                .toList();
        for (PlannedPhoto photo : taken) {
            Path file = folder.resolve(photo.path());
            Camera camera = CorpusStyle.MIXED.camera(photo.scene());
            double perPixel = (double) Files.size(file) / (camera.width() * camera.height());
            assertThat(perPixel).as(photo.path()).isBetween(0.15, 0.6);
            Metadata metadata = JpegMetadataReader.readMetadata(file.toFile());
            assertThat(metadata.getFirstDirectoryOfType(ExifIFD0Directory.class).getString(ExifIFD0Directory.TAG_MODEL))
                    .isEqualTo(camera.model());
            assertThat(metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class)
                            .getString(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL))
                    .startsWith("2013:03:01 08:");
            assertThat(metadata.getFirstDirectoryOfType(ExifThumbnailDirectory.class))
                    .isNotNull();
        }
    }
}
