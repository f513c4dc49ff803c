package org.photoledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.photoledger.custody.LedgerEvent;
import org.photoledger.custody.LedgerHead;
import org.photoledger.photo.Photo;
import org.photoledger.source.Outcome;
import org.photoledger.source.Reason;
import org.photoledger.source.ScannedName;
import org.photoledger.source.SourcePath;
import org.photoledger.store.LedgerStore.Told;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database promises about the ledger, on any database. */
abstract class LedgerStoreContract extends DatabaseContract {

    private static final Photo PHOTO = StoreContract.photo("1", null, "x");
    private static final Photo COPY = StoreContract.photo("2", null, "x");

    private Run run = new Run(0, 0, "", "", null, NOON, null, 0, 0, "", "", "", false, "", null, null);

    @BeforeEach
    void aRunOfTwoPhotos() {
        run = aRun();
        take(run);
    }

    private LedgerStore ledger() {
        return database().ledger();
    }

    private void take(Run of) {
        database().sourceFiles().take(of, ANY_SIZE, List.of(name("1", 1), name("2", 1)));
    }

    private static ScannedName name(String path, long size) {
        return new ScannedName(SourcePath.ofBytes(path.getBytes(StandardCharsets.US_ASCII)), size, NOON, null);
    }

    private void settle(Outcome outcome, @Nullable Reason reason) {
        database()
                .sourceFiles()
                .settle(database().sourceFiles().pending(run.number(), 0, 9).stream()
                        .map(file -> new SettledFile(
                                file.id(),
                                outcome,
                                reason,
                                StoreContract.photo(file.path().text(), null, "x")
                                        .sha256(),
                                "image/jpeg",
                                1,
                                1,
                                NOON,
                                null,
                                List.of()))
                        .toList());
    }

    private void tellAll(long first) {
        List<Told<LedgerEvent.FileReceived>> files = ledger().owedFiles(10);
        for (int at = 0; at < files.size(); at++) {
            ledger().filesTold(Map.of(files.get(at).id(), first + at));
        }
    }

    private String record() {
        return ledger().photosAfter(0, 10).get(0).event().record();
    }

    private void sql(String statement) {
        JdbcClient.create(database().dataSource()).sql(statement).update();
    }

    @Test
    void theLastLineIsKeptAsItWasNamed() {
        assertThat(ledger().named()).isEmpty();
        String home = "h".repeat(36);
        ledger().begin(home, new LedgerHead(1, "a".repeat(64), 200));
        LedgerHead second = new LedgerHead(2, "b".repeat(64), 5_000_000_000L);
        ledger().name(second);
        assertThat(ledger().named()).contains(new LedgerStore.Named(home, second));
    }

    @Test
    void aFileThatWaitsOwesNoLineAndASettledOneOwesOne() {
        assertThat(ledger().owedFiles(10)).isEmpty();
        settle(Outcome.IGNORED, Reason.NOT_A_PHOTO);
        assertThat(ledger().untoldFiles(10)).containsExactly("leak/1", "leak/2");
        tellAll(7);
        assertThat(ledger().owedFiles(10)).isEmpty();
        assertThat(ledger().untoldFiles(10)).isEmpty();
        assertThat(ledger().filesAfter(6, 10)).hasSize(2);
        assertThat(ledger().filesAfter(7, 10)).singleElement().satisfies(told -> {
            assertThat(told.line()).isEqualTo(8);
            assertThat(told.event().outcome()).isEqualTo("ignored");
            assertThat(told.event().reason()).isEqualTo("NOT_A_PHOTO");
            assertThat(told.event().run()).isEqualTo(run.number());
        });
    }

    @Test
    void aResumeThatTakesWaitingFilesAgainOwesNothing() {
        take(run);
        assertThat(ledger().owedFiles(10)).isEmpty();
    }

    @Test
    void aFileThatIsReadAgainOwesAnotherLine() {
        settle(Outcome.UNREADABLE, Reason.NOT_READABLE);
        tellAll(1);
        run = aRun();
        take(run);
        assertThat(ledger().owedFiles(10))
                .hasSize(2)
                .allSatisfy(told -> assertThat(told.event().outcome()).isEqualTo("pending"));
    }

    @Test
    void aPhotosRecordHoldsForAsLongAsNoPartOfItChanges() {
        settle(Outcome.RECORDED, null);
        database().photos().record(List.of(PHOTO));
        assertThat(ledger().owedPhotos(10)).hasSize(1);
        ledger().photosTold(Map.of(ledger().owedPhotos(10).get(0).id(), 1L));
        String record = record();
        database().photos().record(List.of(COPY));
        database().sourceFiles().decideDuplicates(run.number());
        database().photos().linkSameImageData(run.number());
        assertThat(record()).isEqualTo(record);
        for (String change : List.of(
                "update photo set width = 1 where sha256 = '" + PHOTO.sha256() + "'",
                "update metadata_value set raw = 'other' where ordinal = 0",
                "update metadata_value set truncated = true where ordinal = 0")) {
            sql(change);
            assertThat(record()).as(change).isNotEqualTo(record);
            record = record();
        }
    }

    @Test
    void theRulesOfConsistencyHoldAndEachIsSeenToBeBroken() {
        settle(Outcome.RECORDED, null);
        database().photos().record(List.of(PHOTO, COPY));
        sql("update source_file set size = 123");
        for (ConsistencyReader.Rule rule : ConsistencyReader.Rule.values()) {
            assertThat(database().consistency().violations(rule, 9))
                    .as(rule.name())
                    .isEmpty();
        }
        assertBreaks(ConsistencyReader.Rule.SAME_SIZE, "update source_file set size = 8 where path = '1'");
        assertBreaks(ConsistencyReader.Rule.ONE_RECORDED, "update source_file set outcome = 'duplicate'");
        assertBreaks(ConsistencyReader.Rule.PHOTO_OF_FILE, "update source_file set sha256 = '" + "0".repeat(64) + "'");
        assertBreaks(ConsistencyReader.Rule.FILE_OF_PHOTO, "update source_file set sha256 = null");
        assertBreaks(ConsistencyReader.Rule.DIGEST_KNOWN, "update source_file set size = 9");
        assertBreaks(ConsistencyReader.Rule.NONE_PENDING, "update source_file set outcome = 'pending'");
    }

    private void assertBreaks(ConsistencyReader.Rule rule, String change) {
        sql(change);
        assertThat(database().consistency().violations(rule, 9)).as(rule.name()).isNotEmpty();
    }
}
