package org.photoledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.photoledger.digest.Sha256;
import org.photoledger.export.Exporter;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;
import org.photoledger.identifier.Identifier;
import org.photoledger.identifier.Origin;
import org.photoledger.image.Decoding;
import org.photoledger.image.PixelSize;
import org.photoledger.image.RasterStatistics;
import org.photoledger.metadata.MetadataValue;
import org.photoledger.metadata.PhotoMetadata;
import org.photoledger.photo.DocumentFound;
import org.photoledger.photo.FileTraces;
import org.photoledger.photo.Photo;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.photo.PhotoText;
import org.photoledger.source.Outcome;
import org.photoledger.source.Reason;
import org.photoledger.source.ScannedName;
import org.photoledger.source.SourcePath;
import org.photoledger.testing.TextExamples;
import org.photoledger.text.DocumentText;

/** What the tables of texts and identifiers promise, on any database. */
abstract class TextStoreContract extends DatabaseContract {

    private static MetadataValue caption(String block, String tag, String text) {
        return new MetadataValue(block, "x", tag, "x", null, List.of("OWN"), text, null, false);
    }

    private static Photo photo(PhotoText text, List<Finding> findings) {
        PhotoMetadata metadata = new PhotoMetadata(
                Map.of(),
                List.of(
                        caption("XMP", "dc:description[1]", "room 4"),
                        caption("IPTC", "0x0278", "room 4"),
                        caption("XMP", "xmp:CreatorTool", "no caption")),
                List.of());
        PhotoExamination found = new PhotoExamination(
                "image/jpeg",
                true,
                new PixelSize(640, 480),
                null,
                metadata,
                Decoding.Status.DECODED,
                "FULL",
                null,
                null,
                null,
                text.status() == PhotoText.Status.OFF ? null : new RasterStatistics(1, 2, 3),
                FileTraces.none(),
                text,
                null,
                findings);
        return new Photo(Sha256.of("7".getBytes(StandardCharsets.US_ASCII)), "a".repeat(40), null, 7, found);
    }

    private static Finding limit() {
        return new Finding(FindingCode.TEXT_REGION_LIMIT, "more", "text-1");
    }

    private Run runWith(Outcome outcome, @Nullable Reason reason, @Nullable DocumentFound document) {
        Run run = aRun();
        SourcePath path = SourcePath.ofBytes("215/a.jpg".getBytes(StandardCharsets.US_ASCII));
        database().sourceFiles().take(run, ANY_SIZE, List.of(new ScannedName(path, 7, NOON, null)));
        Sha256 sha256 = Sha256.of("7".getBytes(StandardCharsets.US_ASCII));
        database()
                .sourceFiles()
                .settle(database().sourceFiles().pending(run.number(), 0, 100).stream()
                        .map(file -> new SettledFile(
                                file.id(), outcome, reason, sha256, "x/y", 1, 7, NOON, document, List.of()))
                        .toList());
        return run;
    }

    private List<String> exported(String table) throws IOException {
        return Files.readAllLines(exported(Exporter.Format.JSONL).resolve(table));
    }

    @Test
    void aPhotosTextIsReadBackAsItWasRecorded() throws IOException {
        Photo photo = photo(TextExamples.text("4"), List.of(limit()));
        database().photos().record(List.of(photo));
        assertThat(database().photos().bySha256(photo.sha256())).contains(photo);
        assertThat(exported("text.jsonl"))
                .hasSize(4)
                .satisfiesExactly(
                        row -> assertThat(row)
                                .contains(
                                        "\"region\":0,\"ordinal\":0,\"box\":[[10.3,20.0],[90.3,22.5],[89.3,40.0],[10.3,39.0]]",
                                        "\"text\":\"\u0662\u0661/4\",\"normalized\":\"21/4\"",
                                        "\"status\":\"READ\",\"accepted\":true,\"origin\":\"ENGINE\""),
                        row -> assertThat(row).contains("\"ordinal\":1", "\"accepted\":false"),
                        row -> assertThat(row).contains("\"region\":1,\"ordinal\":null", "\"status\":\"UNREAD\""),
                        row -> assertThat(row)
                                .contains(
                                        "\"box\":null", "room 4", "\"origin\":\"METADATA\"", "XMP dc:description[1]"));
    }

    @Test
    void textAddedLaterGivesWhatReadingItAtOnceGives() throws IOException {
        Photo whole = photo(TextExamples.text("4"), List.of(limit()));
        Run run = runWith(Outcome.RECORDED, null, null);
        database().photos().record(List.of(photo(PhotoText.without(PhotoText.Status.OFF), List.of())));
        assertThat(exported("photos.jsonl")).first().asString().contains("\"text\":\"OFF\"");
        RecordedFile textless =
                database().texts().textlessPhotos(run.number(), 0, 0, 10).get(0);
        database().texts().add(Map.of(textless.id(), whole.examination()));
        assertThat(database().texts().textlessCount(run.number())).isZero();
        assertThat(database().photos().bySha256(whole.sha256())).contains(whole);
        assertThat(database().links().judgedWithoutText(10)).containsExactly(textless.id());
    }

    @Test
    void aDocumentsTextIsKeptOnceForAllItsCopies() throws IOException {
        DocumentText text = new DocumentText("line 1\nline \u0000 2", false, "tika-3.3.1");
        runWith(Outcome.IGNORED, Reason.NOT_A_PHOTO, DocumentFound.read(text));
        assertThat(exported("text.jsonl"))
                .singleElement()
                .asString()
                .contains("line 1\\nline \u2400 2", "tika-3.3.1", "\"region\":null", "\"accepted\":true");
    }

    @Test
    void aDocumentThatCannotBeReadIsTold() throws IOException {
        runWith(Outcome.IGNORED, Reason.NOT_A_PHOTO, DocumentFound.unreadable("it asks for a password"));
        assertThat(exported("text.jsonl")).singleElement().asString().contains("\"status\":\"UNREAD\"");
    }

    @Test
    void identifiersOfPathsAndReadingsReplaceThoseThatThereWere() throws IOException {
        Run run = runWith(Outcome.RECORDED, null, null);
        database().photos().record(List.of(photo(TextExamples.text("4"), List.of())));
        IdentifierStore store = database().identifiers();
        IdentifiableFile file = store.filesOf(run.number(), 0, 10).get(0);
        assertThat(store.filesOfPhotosOf(run.number(), 0, 10)).containsExactly(file);
        IdentifiablePhoto photo =
                store.photos(List.of(Objects.requireNonNull(file.sha256()))).get(file.sha256());
        assertThat(Objects.requireNonNull(photo).readings())
                .extracting(IdentifiablePhoto.AcceptedReading::normalized)
                .containsExactly("21/4", "room 4");
        for (int time = 0; time < 2; time++) {
            Identifier branch = new Identifier("branch", "215", "215", "caesar-branch", Origin.PATH);
            Identifier detainee = new Identifier("detainee", "21/4", "\u0662\u0661/4", "caesar", Origin.ENGINE);
            store.replace(
                    Map.of(
                            photo.id(),
                            List.of(new PlacedIdentifier(
                                    detainee, photo.readings().get(0)))),
                    Map.of(file.id(), List.of(new PlacedIdentifier(branch, null))));
            store.replaceConflicts(Map.of(file.id(), List.of(limit())));
        }
        assertThat(exported("identifiers.jsonl"))
                .satisfiesExactly(
                        row -> assertThat(row)
                                .contains("\"path\":null", "\"region\":0,\"reading\":0", "\"confidence\":0.9375"),
                        row -> assertThat(row).contains("215/a.jpg", "\"region\":null", "\"origin\":\"PATH\""));
        assertThat(exported("findings.jsonl")).hasSize(1);
    }
}
