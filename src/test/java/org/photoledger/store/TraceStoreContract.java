package org.photoledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.photoledger.digest.Sha256;
import org.photoledger.export.Exporter;
import org.photoledger.image.Decoding;
import org.photoledger.image.PixelSize;
import org.photoledger.metadata.PhotoMetadata;
import org.photoledger.photo.FileTraces;
import org.photoledger.photo.Photo;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.photo.PhotoText;
import org.photoledger.similarity.PerceptualHash;
import org.photoledger.similarity.Thumb;
import org.photoledger.source.Outcome;
import org.photoledger.source.ScannedName;
import org.photoledger.source.SourcePath;
import org.photoledger.testing.TextExamples;
import org.photoledger.testing.TraceExamples;

/** What the columns of thumbs and traces promise, on any database. */
abstract class TraceStoreContract extends DatabaseContract {

    private static final Sha256 DIGEST = Sha256.of("7".getBytes(StandardCharsets.US_ASCII));

    private static PhotoExamination found(@Nullable Thumb thumb, FileTraces traces, PhotoText text) {
        return new PhotoExamination(
                "image/jpeg",
                true,
                new PixelSize(640, 480),
                null,
                PhotoMetadata.none(),
                Decoding.Status.DECODED,
                "FULL",
                null,
                thumb,
                thumb == null ? null : new PerceptualHash("f0".repeat(32), 60),
                null,
                traces,
                text,
                null,
                List.of());
    }

    private static Photo photo(@Nullable String md5, @Nullable Thumb thumb, FileTraces traces) {
        return new Photo(DIGEST, "a".repeat(40), md5, 7, found(thumb, traces, PhotoText.without(PhotoText.Status.OFF)));
    }

    private Photo readBack(Photo photo) {
        database().photos().record(List.of(photo));
        return database().photos().bySha256(photo.sha256()).orElseThrow();
    }

    private String exported() throws IOException {
        return Files.readString(exported(Exporter.Format.JSONL).resolve("photos.jsonl"));
    }

    private Run runWithThePhoto() {
        Run run = aRun();
        SourcePath path = SourcePath.ofBytes("a.jpg".getBytes(StandardCharsets.US_ASCII));
        database().sourceFiles().take(run, ANY_SIZE, List.of(new ScannedName(path, 7, NOON, null)));
        long id = database().sourceFiles().pending(run.number(), 0, 1).get(0).id();
        database()
                .sourceFiles()
                .settle(List.of(new SettledFile(
                        id, Outcome.RECORDED, null, DIGEST, "image/jpeg", 1, 7, NOON, null, List.of())));
        return run;
    }

    @Test
    void tracesAreReadBackAndExportedBesideTheHashes() throws IOException {
        Photo photo = photo("c".repeat(32), TraceExamples.thumb(7), TraceExamples.whole());
        assertThat(readBack(photo)).isEqualTo(photo);
        assertThat(exported())
                .contains(
                        "\"perceptualHashAlgorithm\":null,\"trimmedPerceptualHash\":\"" + "f0".repeat(32)
                                + "\",\"partners\":0,\"hub\":false,\"md5\":\"" + "c".repeat(32)
                                + "\",\"thumbnailSha256\":\""
                                + Sha256.of(new byte[] {2}),
                        "\"thumbnailPerceptualHash\":\"" + "3c".repeat(32)
                                + "\",\"thumbnailDistance\":128,\"quantizationSha256\":\"" + Sha256.of(new byte[] {3}),
                        "\"jpegQuality\":92,\"trailingBytes\":4711,\"text\":")
                .doesNotContain("\"thumb\":");
    }

    @Test
    void whatIsNotKnownIsNullAndNothingAfterTheEndIsZero() throws IOException {
        Photo photo = photo(null, null, TraceExamples.sparse());
        assertThat(readBack(photo)).isEqualTo(photo);
        assertThat(exported())
                .contains("\"md5\":null,\"thumbnailSha256\":\"" + Sha256.of(new byte[] {4}))
                .contains("\"thumbnailPerceptualHash\":null,\"thumbnailDistance\":null")
                .contains("\"jpegQuality\":null,\"trailingBytes\":0");
    }

    @Test
    void aPhotoWithoutTracesHasNone() throws IOException {
        Photo photo = photo(null, null, FileTraces.none());
        assertThat(readBack(photo)).isEqualTo(photo);
        assertThat(exported()).contains("\"thumbnailSha256\":null", "\"quantizationSha256\":null,\"jpegQuality\":null");
    }

    @Test
    void textAddedLaterLeavesThumbAndTracesAlone() {
        Photo photo = photo("c".repeat(32), TraceExamples.thumb(7), TraceExamples.whole());
        Run run = runWithThePhoto();
        database().photos().record(List.of(photo));
        RecordedFile textless =
                database().texts().textlessPhotos(run.number(), 0, 0, 1).get(0);
        PhotoText text = TextExamples.text("4");
        database().texts().add(Map.of(textless.id(), found(TraceExamples.thumb(8), TraceExamples.sparse(), text)));
        assertThat(database().photos().bySha256(DIGEST))
                .contains(photo.with(found(TraceExamples.thumb(7), TraceExamples.whole(), text)));
    }
}
