package org.photoledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.photoledger.export.Exporter;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;
import org.photoledger.image.Decoding;
import org.photoledger.photo.FileTraces;
import org.photoledger.photo.Photo;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.similarity.PerceptualHash;
import org.photoledger.source.Outcome;
import org.photoledger.source.ScannedName;
import org.photoledger.source.SourcePath;
import org.photoledger.testing.TraceExamples;
import org.springframework.jdbc.core.JdbcTemplate;

/** What renewing the hashes of another algorithm promises, on any database. */
abstract class HashStoreContract extends DatabaseContract {

    private static final Finding TRAILING = new Finding(FindingCode.TRAILING_BYTES, "3 bytes", "structure-1");
    private static final Finding DIFFERS = new Finding(FindingCode.THUMBNAIL_DIFFERS, "far", "thumbnail-1");
    private static final Finding TEXT_LIMIT = new Finding(FindingCode.TEXT_REGION_LIMIT, "more", "text-1");

    /** Recorded by the algorithm in force. */
    private final Photo fresh = StoreContract.photo("2", null, "x");

    private long run;

    @BeforeEach
    void aRunOfThreePhotos() {
        Run created = aRun();
        run = created.number();
        database().sourceFiles().take(created, ANY_SIZE, List.of(name("1", 1), name("2", 2), name("3", 3)));
        database()
                .sourceFiles()
                .settle(database().sourceFiles().pending(run, 0, 9).stream()
                        .map(HashStoreContract::settled)
                        .toList());
    }

    private static ScannedName name(String path, long size) {
        return new ScannedName(SourcePath.ofBytes(path.getBytes(StandardCharsets.US_ASCII)), size, NOON, null);
    }

    private static SettledFile settled(PendingFile file) {
        return new SettledFile(
                file.id(),
                Outcome.RECORDED,
                null,
                StoreContract.photo(file.path().text(), null, "x").sha256(),
                "image/jpeg",
                1,
                file.size(),
                NOON,
                null,
                List.of());
    }

    /** The photo of the first file. */
    private static Photo photo(PerceptualHash hash, FileTraces traces, Finding... findings) {
        Photo whole = StoreContract.photo("1", null, "x");
        PhotoExamination found = whole.examination();
        return whole.with(new PhotoExamination(
                found.mediaType(),
                true,
                found.size(),
                found.imageDataDigest(),
                found.metadata(),
                Decoding.Status.DECODED,
                found.decodeRoute(),
                hash,
                TraceExamples.thumb(hash.quality()),
                new PerceptualHash("9e".repeat(32), hash.quality()),
                found.raster(),
                traces,
                found.text(),
                null,
                List.of(findings)));
    }

    private static Photo now(Finding... findings) {
        return photo(new PerceptualHash("5a".repeat(32), 91), TraceExamples.whole(), findings);
    }

    private static FileTraces tracesOfOldHashes() {
        FileTraces now = TraceExamples.whole();
        return new FileTraces(TraceExamples.sparse().thumbnail(), now.quantization(), now.trailingBytes());
    }

    /** Records the first photo as an earlier release did. */
    private long recordOld(Finding... findings) {
        Photo old = photo(new PerceptualHash("c3".repeat(32), 60), tracesOfOldHashes(), findings);
        database().photos().record(List.of(old, fresh));
        template().update("update photo set perceptual_hash_algorithm = 'old-1' where perceptual_hash_quality = 60");
        return database().hashes().outdated(run, 0, 0, 9).get(0).id();
    }

    private JdbcTemplate template() {
        return new JdbcTemplate(database().dataSource());
    }

    @Test
    void photosOfAnotherAlgorithmAreOutdatedAndThoseWithoutHashAreNot() {
        long id = recordOld();
        database().photos().record(List.of(StoreContract.photo("3", null, "x")));
        template().update("update photo set perceptual_hash_algorithm = null where sha256 = ?", digest("3"));
        assertThat(database().hashes().outdated(run, 0, 0, 9))
                .containsExactly(
                        new RecordedFile(true, id, digest("1"), name("1", 1).path(), null, 123, "image/jpeg", 1));
        assertThat(database().hashes().outdated(run, 0, id, 9)).isEmpty();
        assertThat(database().hashes().outdatedCount(run)).isEqualTo(1);
        assertThat(database().hashes().outdatedCount(run + 1)).isZero();
    }

    private static String digest(String seed) {
        return StoreContract.photo(seed, null, "x").sha256().hex();
    }

    /** However often and whichever way the thumbnail's finding changes. */
    private void renewedAsRecordedNow(Finding... before) throws IOException {
        long id = recordOld(before);
        for (boolean differs : new boolean[] {true, false, true, true}) {
            Finding[] findings = withThumbnail(List.of(before), differs);
            Photo renewed = now(findings);
            database().hashes().renew(Map.of(id, renewed.examination()));
            assertThat(database().photos().bySha256(renewed.sha256())).contains(renewed);
            assertThat(codesInExport()).isEqualTo(codes(findings));
        }
        assertThat(database().hashes().outdatedCount(run)).isZero();
        assertThat(database().photos().bySha256(fresh.sha256())).contains(fresh);
    }

    private String codesInExport() throws IOException {
        Path photos = exported(Exporter.Format.JSONL).resolve("photos.jsonl");
        String line = Files.readAllLines(photos).stream()
                .filter(photo -> photo.contains(digest("1")))
                .findFirst()
                .orElseThrow();
        return line.replaceAll(".*\"findings\":\\[(.*?)].*", "$1");
    }

    /** As an export tells them where all were found at once: those of the metadata come before those of the text. */
    private static String codes(Finding... findings) {
        List<FindingCode> codes =
                new ArrayList<>(Stream.of(findings).map(Finding::code).toList());
        boolean limited = codes.remove(FindingCode.TEXT_REGION_LIMIT);
        codes.add(FindingCode.METADATA_CONFLICT);
        if (limited) {
            codes.add(FindingCode.TEXT_REGION_LIMIT);
        }
        return codes.stream().map(code -> "\"" + code + "\"").collect(Collectors.joining(","));
    }

    @Test
    void aRenewedPhotoIsAsIfItWereRecordedNow() throws IOException {
        renewedAsRecordedNow();
    }

    @Test
    void theThumbnailsFindingTakesItsPlaceAmongOthers() throws IOException {
        renewedAsRecordedNow(TRAILING, TEXT_LIMIT);
    }

    @Test
    void theThumbnailsFindingByAnOldHashGoes() throws IOException {
        renewedAsRecordedNow(TRAILING, DIFFERS, TEXT_LIMIT);
    }

    /** The findings of one examination: the thumbnail's stands before those of the text. */
    private static Finding[] withThumbnail(List<Finding> findings, boolean differs) {
        List<Finding> all = new ArrayList<>(findings);
        all.remove(DIFFERS);
        if (differs) {
            all.add(all.contains(TEXT_LIMIT) ? all.size() - 1 : all.size(), DIFFERS);
        }
        return all.toArray(Finding[]::new);
    }
}
