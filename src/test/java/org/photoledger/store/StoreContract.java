package org.photoledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.photoledger.digest.Sha256;
import org.photoledger.export.Exporter;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;
import org.photoledger.image.Decoding;
import org.photoledger.image.PixelSize;
import org.photoledger.image.RasterStatistics;
import org.photoledger.metadata.FieldValue;
import org.photoledger.metadata.MetadataValue;
import org.photoledger.metadata.PhotoField;
import org.photoledger.metadata.PhotoMetadata;
import org.photoledger.photo.Photo;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.similarity.PerceptualHash;
import org.photoledger.source.Outcome;
import org.photoledger.source.Reason;
import org.photoledger.source.ScannedName;
import org.photoledger.source.SourcePath;
import org.photoledger.testing.TextExamples;
import org.photoledger.testing.TraceExamples;

/** What the ledger's tables promise, on any database. */
abstract class StoreContract extends DatabaseContract {

    private static ScannedName name(String path, long size) {
        return new ScannedName(path(path), size, NOON, null);
    }

    private static SourcePath path(String path) {
        return SourcePath.ofBytes(path.getBytes(StandardCharsets.UTF_8));
    }

    private void settle(Run run, Outcome outcome, @Nullable Reason reason) {
        database()
                .sourceFiles()
                .settle(database().sourceFiles().pending(run.number(), 0, 100).stream()
                        .map(file -> settled(file, outcome, reason))
                        .toList());
    }

    private static SettledFile settled(PendingFile file, Outcome outcome, @Nullable Reason reason) {
        Sha256 sha256 = Sha256.of(Long.toString(file.size()).getBytes(StandardCharsets.US_ASCII));
        return new SettledFile(
                file.id(), outcome, reason, sha256, "image/jpeg", 1, file.size(), file.modified(), null, List.of());
    }

    @Test
    void aNameIsTakenOnceHoweverOftenTheWalkSeesIt() {
        Run run = aRun();
        database().sourceFiles().take(run, ANY_SIZE, List.of(name("a.jpg", 1), name("b.jpg", 2)));
        database().sourceFiles().take(run, ANY_SIZE, List.of(name("a.jpg", 1), name("b.jpg", 2)));
        assertThat(database().sourceFiles().pending(run.number(), 0, 10))
                .extracting(file -> file.path().text())
                .containsExactly("a.jpg", "b.jpg");
        assertThat(database().sourceFiles().seen(run.number(), 1)).isEqualTo(2);
    }

    @Test
    void anUnchangedFileIsLeftAndAChangedOneIsObservedAgain() {
        Run first = aRun();
        database().sourceFiles().take(first, ANY_SIZE, List.of(name("a.jpg", 1), name("b.jpg", 2)));
        settle(first, Outcome.RECORDED, null);
        Run second = aRun();
        InventoryResult result =
                database().sourceFiles().take(second, ANY_SIZE, List.of(name("a.jpg", 1), name("b.jpg", 3)));
        assertThat(result).isEqualTo(new InventoryResult(1, 1));
        RunCounts counts = database().sourceFiles().counts(second.number(), second.sourceId());
        assertThat(counts.names()).isEqualTo(2);
        assertThat(counts.unchanged()).isEqualTo(1);
        assertThat(counts.pending()).isEqualTo(1);
    }

    @Test
    void whatIsNoRegularFileIsDecidedByTheInventoryAndAnEmptyOneIsStillRead() {
        Run run = aRun();
        database()
                .sourceFiles()
                .take(
                        run,
                        ANY_SIZE,
                        List.of(
                                new ScannedName(path("link"), 0, NOON, Reason.SYMBOLIC_LINK),
                                new ScannedName(path("shut"), 0, null, Reason.DIRECTORY_NOT_READABLE),
                                name("empty", 0)));
        assertThat(database().sourceFiles().files(run.number(), null, null))
                .extracting(FileRow::outcome)
                .containsExactly(Outcome.PENDING, Outcome.IGNORED, Outcome.UNREADABLE);
    }

    @Test
    void whatWasTooLargeIsTakenInItsPlaceOnceTheLimitAllowsIt() {
        Run first = aRun();
        database().sourceFiles().take(first, 5, List.of(name("a.jpg", 6)));
        settle(first, Outcome.QUARANTINED, Reason.TOO_LARGE);
        Run second = aRun();
        assertThat(database().sourceFiles().take(second, 5, List.of(name("a.jpg", 6))))
                .isEqualTo(new InventoryResult(1, 0));
        assertThat(database().sourceFiles().take(second, 6, List.of(name("a.jpg", 6))))
                .isEqualTo(new InventoryResult(0, 1));
        assertThat(database().sourceFiles().byPath("a.jpg")).singleElement().satisfies(row -> {
            assertThat(row.outcome()).isEqualTo(Outcome.PENDING);
            assertThat(row.reason()).isNull();
        });
    }

    @Test
    void aRunThatLooksAtRecordedPhotosAgainHasThemAsUnchangedNames() {
        Run first = aRun();
        database().sourceFiles().take(first, ANY_SIZE, List.of(name("a.jpg", 1), name("b.jpg", 2)));
        settle(first, Outcome.RECORDED, null);
        NewRun retry = new NewRun(first.sourceId(), NOON, "op", "{}", "d".repeat(64), "1");
        Run second = database().runs().createRetry(retry, first.number());
        RunCounts open = database().sourceFiles().counts(second.number(), second.sourceId());
        assertThat(open.names()).isEqualTo(2).isEqualTo(open.unchanged());
        database().runs().ended(second.number(), "COMPLETE", null, NOON, 1);
        database().sourceFiles().close(second.number(), open);
        assertThat(database().sourceFiles().counts(second.number(), second.sourceId()))
                .isEqualTo(open);
    }

    @Test
    void aFileIsSettledOnce() {
        Run run = aRun();
        database().sourceFiles().take(run, ANY_SIZE, List.of(name("a.jpg", 1)));
        PendingFile file = database().sourceFiles().pending(run.number(), 0, 1).get(0);
        database().sourceFiles().settle(List.of(settled(file, Outcome.RECORDED, null)));
        assertThatThrownBy(() -> database().sourceFiles().settle(List.of(settled(file, Outcome.RECORDED, null))))
                .hasMessageContaining("settled twice");
    }

    @Test
    void ofEqualFilesTheFirstByPathBytesIsRecorded() {
        Run run = aRun();
        database().sourceFiles().take(run, ANY_SIZE, List.of(name("z.jpg", 7), name("é.jpg", 7), name("a.jpg", 7)));
        settle(run, Outcome.RECORDED, null);
        assertThat(database().sourceFiles().decideDuplicates(run.number())).isEqualTo(2);
        assertThat(database().sourceFiles().decideDuplicates(run.number())).isZero();
        assertThat(database().sourceFiles().files(run.number(), Outcome.RECORDED, null))
                .extracting(FileRow::path)
                .containsExactly("a.jpg");
        assertThat(database().sourceFiles().files(run.number(), Outcome.DUPLICATE, null))
                .extracting(FileRow::path)
                .containsExactly("z.jpg", "é.jpg");
    }

    @Test
    void aQuarantinedDigestIsKnown() {
        Run run = aRun();
        database().sourceFiles().take(run, ANY_SIZE, List.of(name("bad.jpg", 9)));
        settle(run, Outcome.QUARANTINED, Reason.DEADLINE);
        Sha256 sha256 = Sha256.of("9".getBytes(StandardCharsets.US_ASCII));
        assertThat(database().sourceFiles().known(sha256))
                .contains(new KnownContent("image/jpeg", Outcome.QUARANTINED, Reason.DEADLINE));
    }

    static Photo photo(String seed, @Nullable String imageData, String text) {
        PhotoMetadata metadata = new PhotoMetadata(
                Map.of(
                        PhotoField.MAKE, new FieldValue(text, "EXIF", FieldValue.Agreement.AGREE),
                        PhotoField.ISO, new FieldValue("400", "EXIF", FieldValue.Agreement.SINGLE),
                        PhotoField.GPS_LATITUDE, new FieldValue("-12.5", "EXIF", FieldValue.Agreement.AGREE),
                        PhotoField.HAS_THUMBNAIL, new FieldValue("true", "EXIF", FieldValue.Agreement.SINGLE)),
                List.of(new MetadataValue(
                        "EXIF", "IFD0", "0x010f", "Make", "Ascii", List.of("A", "B"), text, "00ff", false)),
                List.of(new Finding(FindingCode.METADATA_CONFLICT, "make differs", "metadata-1")));
        PhotoExamination found = new PhotoExamination(
                "image/jpeg",
                true,
                new PixelSize(640, 480),
                imageData == null ? null : Sha256.of(imageData.getBytes(StandardCharsets.UTF_8)),
                metadata,
                Decoding.Status.DECODED,
                "FULL",
                new PerceptualHash("0f".repeat(32), 88),
                TraceExamples.thumb(7),
                new PerceptualHash("3c".repeat(32), 44),
                new RasterStatistics(101.5, 33.25, 7),
                TraceExamples.whole(),
                TextExamples.text(text.substring(0, Math.min(50, text.length()))),
                null,
                List.of(new Finding(FindingCode.TRAILING_BYTES, "3 bytes", "structure-1")));
        return new Photo(Sha256.of(seed.getBytes(StandardCharsets.UTF_8)), "a".repeat(40), "c".repeat(32), 123, found);
    }

    @Test
    void aPhotoIsReadBackAsItWasRecorded() {
        Photo photo = photo("one", "pixels", "Orbis <b>'); drop table photo; --\r\n");
        database().photos().record(List.of(photo, photo));
        database().photos().record(List.of(photo));
        assertThat(database().photos().bySha256(photo.sha256())).contains(photo);
    }

    @Test
    void textThatNoDatabaseHoldsIsKeptWithSymbolsInItsPlace() {
        Photo photo = photo("two", null, "nul \0 lone \ud800 end " + "x".repeat(5_000_000));
        database().photos().record(List.of(photo));
        Photo stored = database().photos().bySha256(photo.sha256()).orElseThrow();
        assertThat(stored.examination().metadata().values().get(0).raw())
                .startsWith("nul \u2400 lone \ufffd end xxx")
                .hasSize(5_000_000 + 17);
    }

    @Test
    void photosOfEqualImageDataAreLinkedToTheLowestDigestOnce() {
        Run run = aRun();
        database().sourceFiles().take(run, ANY_SIZE, List.of(name("a", 1)));
        settle(run, Outcome.RECORDED, null);
        Photo first = photo("1", "same", "x");
        database()
                .photos()
                .record(List.of(first, photo("b", "same", "x"), photo("c", "same", "x"), photo("d", "other", "x")));
        database().photos().linkSameImageData(run.number());
        database().photos().linkSameImageData(run.number());
        assertThat(database().duplicates().counts().allPairs()).isEqualTo(2);
    }

    @Test
    void aRunRemembersItsLaunchesAndItsEnd() {
        Run run = aRun();
        assertThat(database().runs().lastUnfinished()).isPresent();
        database().runs().ended(run.number(), "STOPPED", null, NOON, 1.5);
        Run resumed = database().runs().resumed(run.number(), "e".repeat(64), true);
        assertThat(resumed.executions()).isEqualTo(2);
        assertThat(resumed.acceptedChanges()).isTrue();
        database().runs().ended(run.number(), "COMPLETE", null, NOON, 2.0);
        assertThat(database().runs().lastUnfinished()).isEmpty();
        assertThat(database().runs().byNumber(run.number()).orElseThrow().seconds())
                .isEqualTo(3.5);
    }

    @Test
    void anExportHoldsEveryTableInAStableOrder() throws java.io.IOException {
        Run run = aRun();
        database().sourceFiles().take(run, ANY_SIZE, List.of(name("z.jpg", 7), name("=cmd.jpg", 7)));
        settle(run, Outcome.RECORDED, null);
        database().photos().record(List.of(photo("7", "x", "=HYPERLINK(1)")));
        exported(Exporter.Format.CSV);
        Path out = exported(Exporter.Format.JSONL);
        assertThat(java.nio.file.Files.readString(out.resolve("photos.csv"))).contains("'=HYPERLINK(1)");
        assertThat(java.nio.file.Files.readAllLines(out.resolve("source-files.jsonl")))
                .hasSize(2)
                .first()
                .asString()
                .contains("\"path\":\"=cmd.jpg\"");
        assertThat(java.nio.file.Files.readAllLines(out.resolve("photos.jsonl")))
                .singleElement()
                .asString()
                .contains("\"gpsLatitude\":-12.5", "\"hasThumbnail\":true", "\"iso\":400", "\"lensModel\":null");
    }
}
