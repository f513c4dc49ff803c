package org.photoledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.photoledger.digest.Sha256;
import org.photoledger.photo.Photo;
import org.photoledger.similarity.Band;
import org.photoledger.similarity.Likeness;
import org.photoledger.similarity.Likeness.Objection;
import org.photoledger.similarity.Link;
import org.photoledger.source.Outcome;
import org.photoledger.source.Reason;
import org.photoledger.source.ScannedName;
import org.photoledger.source.SourcePath;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a report counts, on any database. */
abstract class RunReportContract extends DatabaseContract {

    private Run run = new Run(0, 0, "", "", null, NOON, null, 0, 0, "", "", "", false, "", null, null);

    @BeforeEach
    void aRunOfFourFiles() {
        run = aRun();
        take(run, "b/2.jpg", 20, Outcome.RECORDED, "two");
        take(run, "b/1.jpg", 10, Outcome.RECORDED, "one");
        take(run, "a.jpg", 10, Outcome.DUPLICATE, "one");
        take(run, "x", 7, Outcome.QUARANTINED, "x");
    }

    private void take(Run of, String path, long size, Outcome outcome, String content) {
        ScannedName name = new ScannedName(
                SourcePath.ofBytes(path.getBytes(StandardCharsets.UTF_8)), size, NOON.plusSeconds(of.number()), null);
        database().sourceFiles().take(of, ANY_SIZE, List.of(name));
        PendingFile file = database().sourceFiles().pending(of.number(), 0, 10).get(0);
        database()
                .sourceFiles()
                .settle(List.of(new SettledFile(
                        file.id(),
                        outcome,
                        outcome == Outcome.QUARANTINED ? Reason.DEADLINE : null,
                        digest(content),
                        "image/jpeg",
                        1,
                        size,
                        file.modified(),
                        null,
                        List.of())));
    }

    private static Sha256 digest(String content) {
        return Sha256.of(content.getBytes(StandardCharsets.UTF_8));
    }

    private void sql(String statement) {
        JdbcClient.create(database().dataSource()).sql(statement).update();
    }

    private void record(String... contents) {
        for (String content : contents) {
            Photo photo = StoreContract.photo(content, content, "Orbis");
            database().photos().record(List.of(photo));
        }
    }

    @Test
    void filesComeInByteOrderOfTheirPaths() {
        List<String> paths = new ArrayList<>();
        database().runFiles().each(run.number(), file -> paths.add(file.path()));
        assertThat(paths).containsExactly("a.jpg", "b/1.jpg", "b/2.jpg", "x");
    }

    @Test
    void filesAndBytesAreCountedByOutcomeAndReason() {
        assertThat(database().runFiles().outcomes(run.number()))
                .containsExactlyInAnyOrder(
                        new OutcomeCount("recorded", null, 2, 30),
                        new OutcomeCount("duplicate", null, 1, 10),
                        new OutcomeCount("quarantined", "DEADLINE", 1, 7));
    }

    @Test
    void aPhotoCountsOnceHoweverManyFilesShowIt() {
        record("one", "two", "of no file of the run");
        sql("update photo set capture_time_local = '2013-04-05T10:11:12' where sha256 = '"
                + digest("one").hex() + "'");
        assertThat(database().reports().photos(run.number())).isEqualTo(2);
        assertThat(database().reports().months(run.number()))
                .containsExactly(new MonthCount("2013-04", 1), new MonthCount(null, 1));
        assertThat(database().reports().readings(run.number()))
                .containsExactly(new ReadingCount("ARABIC_INDIC", 2, 2), new ReadingCount("LATIN", 2, 0));
        assertThat(database().reports().texts(run.number()))
                .isEqualTo(Map.of("photos EXAMINED", 2L, "regions READ", 2L, "regions UNREAD", 2L));
        assertThat(database().reports().ignoredTypes(run.number())).isEmpty();
        assertThat(database().reports().identifiers(run.number())).isEmpty();
    }

    @Test
    void ofAPairTheOneWithFewerPixelsIsTheCopyAndCountsInItsNearestBandAlone() {
        record("one", "two", "three");
        sql("update photo set bytes = 500, width = 64000, height = 64000 where sha256 = '"
                + digest("one").hex() + "'");
        sql("update photo set bytes = 30 where sha256 = '" + digest("two").hex() + "'");
        sql("update photo set bytes = 40 where sha256 = '" + digest("three").hex() + "'");
        database()
                .links()
                .add(
                        List.of(
                                link("one", "two", Band.NEAR, Objection.NONE),
                                link("one", "three", Band.REENCODE, Objection.NONE),
                                link("two", "three", Band.NEAR, Objection.CAPTURE_TIME)),
                        false);
        assertThat(database().duplicates().space())
                .containsExactly(
                        new CopySpace("EXACT", 1, 10), new CopySpace("REENCODE", 1, 40), new CopySpace("NEAR", 1, 30));
    }

    private static Link link(String one, String other, Band band, Objection objection) {
        List<String> digests = List.of(digest(one).hex(), digest(other).hex()).stream()
                .sorted()
                .toList();
        return new Link(digests.get(0), digests.get(1), 3, 1, 0.25, new Likeness(band, objection));
    }

    @Test
    void theStepsOfARunAreReadOutOfBatchsTablesByLaunch() {
        sql("insert into batch_job_instance values (1, 0, 'import', 'k')");
        for (int launch = 1; launch <= 2; launch++) {
            sql("insert into batch_job_execution (job_execution_id, job_instance_id, create_time) values (" + launch
                    + ", 1, timestamp '2026-11-24 12:00:00')");
            sql("insert into batch_job_execution_params values (" + launch + ", 'run', 'java.lang.Long', '"
                    + run.number() + "', 'Y')");
            sql(
                    "insert into batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time,"
                            + " start_time, end_time, status, commit_count, read_count, write_count, rollback_count) values ("
                            + launch + ", 0, 'examine', " + launch + ", timestamp '2026-11-24 12:00:00',"
                            + " timestamp '2026-11-24 12:00:00', "
                            + (launch == 1 ? "timestamp '2026-11-24 12:00:01.5'" : "null")
                            + ", 'COMPLETED', 2, 3, 3, 1)");
        }
        assertThat(database().runSteps().of(run.number()))
                .containsExactly(
                        new RunStep(1, "examine", "COMPLETED", 1.5, 3, 3, 2, 1),
                        new RunStep(2, "examine", "COMPLETED", null, 3, 3, 2, 1));
        assertThat(database().runSteps().of(run.number() + 1)).isEmpty();
    }

    @Test
    void whatARunRanOnIsKeptWithIt() {
        assertThat(database().runs().facts(run.number())).isEmpty();
        database().runs().keepFacts(run.number(), "{\"java\":\"17\"}");
        assertThat(database().runs().facts(run.number())).contains("{\"java\":\"17\"}");
        assertThat(database().runs().before(run)).isEmpty();
        assertThat(database().runs().before(aRun()).map(Run::number)).contains(run.number());
    }

    @Test
    void pathsThatTwoRunsTookUpAreComparedByOutcomeReasonAndBytes() {
        Run second = aRun();
        take(second, "b/1.jpg", 11, Outcome.RECORDED, "other");
        take(second, "b/2.jpg", 20, Outcome.RECORDED, "two");
        take(second, "x", 7, Outcome.RECORDED, "x");
        take(second, "new", 7, Outcome.RECORDED, "new");
        assertThat(database().runFiles().inBoth(run, second)).isEqualTo(3);
        assertThat(database().runFiles().changed(run, second))
                .containsExactly(
                        new ChangedOutcome("b/1.jpg", "recorded", null, "recorded", null, true),
                        new ChangedOutcome("x", "quarantined", "DEADLINE", "recorded", null, false));
        assertThat(database().runFiles().changed(run, run)).isEmpty();
    }
}
