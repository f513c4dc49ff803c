package org.photoledger.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.store.LostFiles;
import org.photoledger.store.RunCounts;
import org.photoledger.testing.Archives;
import org.photoledger.testing.ZipBombs;

/** Containers through the whole job, with real worker processes: every member is a source file of its own, and the books close. */
class ContainersIT {

    @TempDir
    private Path folder = Path.of("");

    private JobBench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new JobBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Map<String, byte[]> files() {
        return Archives.filesOf(bench.source());
    }

    @Test
    void aFolderAndTheSameFolderZippedGiveTheSamePhotosLinkedToBothPaths() throws IOException {
        byte[] zip = Archives.zip(files());
        bench.put("all.zip", zip);
        RunCounts counts = JobBench.counts(bench.complete());

        assertThat(counts.names()).isEqualTo(101);
        assertThat(counts.container()).isEqualTo(1);
        assertThat(counts.found()).isEqualTo(101);
        // "all.zip" sorts before "day-00"
        assertThat(
                        bench.tables()
                                .query(
                                        "select distinct outcome from source_file where root_id is null and path like 'day-%/photo-0000%'"))
                .containsExactly("duplicate");
        assertThat(bench.tables().query("select cast(count(*) as varchar) from photo"))
                .containsExactly("45");
        assertThat(bench.tables().query("""
                select distinct cast(n as varchar) from (
                    select count(*) as n from source_file where outcome in ('recorded', 'duplicate') and sha256 in
                        (select sha256 from source_file where path = 'day-00/photo-0000.jpg') group by sha256)
                """)).containsExactly("2");
    }

    @Test
    void membersOfAnUnchangedContainerAreUnchanged() throws IOException {
        bench.put("all.zip", Archives.zip(files()));
        bench.complete();
        RunCounts again = JobBench.counts(bench.complete());
        assertThat(again.names()).isEqualTo(101);
        assertThat(again.unchanged()).isEqualTo(101);
        assertThat(again.found()).isZero();
    }

    @Test
    void aContainerThatChangedIsANewObservationWithItsMembers() throws IOException {
        Map<String, byte[]> files = new TreeMap<>(files());
        bench.put("all.zip", Archives.zip(files));
        bench.complete();
        files.put("one more.txt", "note".getBytes(StandardCharsets.US_ASCII));
        bench.put("all.zip", Archives.zip(files));
        RunCounts again = JobBench.counts(bench.complete());
        assertThat(again.names()).isEqualTo(102);
        assertThat(again.unchanged()).isEqualTo(50);
        assertThat(again.found()).isEqualTo(52);
        assertThat(
                        bench.tables()
                                .query(
                                        "select distinct cast(observation as varchar) from source_file where path like 'all.zip!/%' order by 1"))
                .containsExactly("1", "2");
    }

    @Test
    void containersInContainersAreOpenedDepthFirst() throws IOException {
        byte[] photo = files().get("day-00/photo-0000.jpg");
        byte[] inner = Archives.tar(Map.of("صورة.jpg", photo));
        byte[] middle = Archives.zip(Map.of("inner.tar", inner));
        bench.put("outer.zip", Archives.zip(Map.of("middle.zip", middle, "z.txt", new byte[] {'a'})));
        bench.complete();
        assertThat(
                        bench.tables()
                                .query(
                                        "select concat_ws(' ', path, outcome) from source_file where path like 'outer.zip%' order by member_place"))
                .containsExactlyInAnyOrder(
                        "outer.zip container",
                        "outer.zip!/middle.zip container",
                        "outer.zip!/middle.zip!/inner.tar container",
                        "outer.zip!/middle.zip!/inner.tar!/صورة.jpg duplicate",
                        "outer.zip!/z.txt ignored");
    }

    /** Members of one MiB each, of which a thousandth is left in the archive. */
    private static Map<String, byte[]> zeros(int count) {
        Map<String, byte[]> members = new TreeMap<>();
        for (int at = 0; at < count; at++) {
            members.put(String.format(java.util.Locale.ROOT, "zeros-%02d", at), new byte[1 << 20]);
        }
        return members;
    }

    @Test
    void bombsAreQuarantinedTheirNeighboursAreNotAndTheLimitIsNamed() throws IOException {
        bench.put("deep.zip", ZipBombs.nest(1_000));
        bench.put("overlap.zip", ZipBombs.overlapping(1_000, 1 << 20));
        bench.put("zips.zip", ZipBombs.ofZips(3, 4, 64 << 20));
        bench.put("bomb.zip", Archives.zip(zeros(20)));
        bench.put("small.zip", Archives.zip(zeros(16)));
        bench.complete();
        assertThat(bench.tables().outcome("bomb.zip")).isEqualTo("quarantined CONTAINER_LIMIT");
        assertThat(bench.tables().outcome("bomb.zip!/zeros-15")).isEqualTo("ignored NOT_A_PHOTO");
        assertThat(bench.tables().outcome("bomb.zip!/zeros-16")).isEqualTo("quarantined CONTAINER_LIMIT");
        assertThat(bench.tables().outcome("small.zip")).isEqualTo("container");
        assertThat(bench.tables().outcome("deep.zip!/in.zip!/in.zip!/in.zip!/in.zip"))
                .isEqualTo("container");
        assertThat(bench.tables().outcome("deep.zip!/in.zip!/in.zip!/in.zip!/in.zip!/in.zip"))
                .isEqualTo("quarantined NESTED_TOO_DEEP");
        assertThat(bench.tables().query("select detail from finding where detail like '%containers.depth%'"))
                .hasSize(1);
        assertThat(bench.tables().outcome("overlap.zip")).isEqualTo("quarantined CONTAINER_LIMIT");
        assertThat(bench.tables().outcome("zips.zip")).isEqualTo("quarantined CONTAINER_LIMIT");
        assertThat(bench.tables().query("select path from source_file where path like 'zips.zip!/1%'"))
                .isEmpty();
        assertThat(bench.tables().query("""
                select f.path || ': ' || n.detail from finding n join source_file f on f.id = n.source_file_id
                where n.code = 'CONTAINER_LIMIT' and f.container_id is null
                """))
                .hasSize(3)
                .anyMatch(detail -> detail.matches("bomb.zip: .*containers.ratio.*"))
                .anyMatch(detail -> detail.matches("zips.zip: .*containers.ratio.*"))
                .anyMatch(detail -> detail.matches("overlap.zip: overlapping entries.*"));
    }

    @Test
    void aStopInTheMiddleOfAContainerAndAResumeGiveTheSameRows() throws IOException {
        bench.put("all.zip", Archives.zip(files()));
        StopRequest stop = new StopRequest();
        RunEnd stopped =
                bench.run(stop, new JobBench.Interference().afterSettled(75, () -> stop.stop(ExitCode.TERMINATED)));
        assertThat(stopped.status()).isEqualTo(RunStatus.STOPPED);
        assertThat(bench.tables().outcome("all.zip")).isEqualTo("pending");
        assertThat(bench.tables().query("select path from source_file where path like 'all.zip!/%'"))
                .isNotEmpty()
                .hasSizeLessThan(50);
        RunCounts counts = JobBench.counts(bench.complete());
        assertThat(counts.found()).isEqualTo(101);
        assertThat(counts.container()).isEqualTo(1);
        assertThat(counts.pending()).isZero();
    }

    @Test
    void aContainerLargerThanAFrameAndThanAnyPhotoIsReadFromWhereItLies() throws IOException {
        byte[] noise = new byte[900 << 10];
        new java.util.Random(5).nextBytes(noise);
        Map<String, byte[]> files = new TreeMap<>(files());
        files.put("noise-1", noise);
        noise[0]++;
        files.put("noise-2", noise.clone());
        bench.put("large.zip", Archives.zip(files));
        assertThat(Files.size(bench.source().resolve("large.zip"))).isGreaterThan(1 << 20);
        RunCounts counts = JobBench.counts(bench.complete());
        assertThat(bench.tables().outcome("large.zip")).isEqualTo("container");
        assertThat(counts.names()).isEqualTo(103);
        assertThat(bench.home().resolve("spool")).isEmptyDirectory();
    }

    @Test
    void aSourceThatGoesAwayBeforeItsContainersAreOpenedFailsTheRunAndLosesNothing() throws IOException {
        bench.put("all.zip", Archives.zip(files()));
        Path away = folder.resolve("away");
        RunEnd end = bench.run(new JobBench.Interference().at("open", () -> Moves.move(bench.source(), away)));
        assertThat(end.reason()).isEqualTo("SOURCE_LOST");
        assertThat(JobBench.counts(end).unreadable()).isZero();
        Moves.move(away, bench.source());
        assertThat(JobBench.counts(bench.complete()).container()).isEqualTo(1);
    }

    @Test
    void aContainerThatChangesBeforeItIsOpenedIsToldAndTakenUpByTheNextRun() throws IOException {
        bench.put("all.zip", Archives.zip(files()));
        RunEnd end = bench.run(new JobBench.Interference().at("open", () -> rewrite("all.zip")));
        assertThat(end.exitCode()).isEqualTo(ExitCode.COMPLETE_WITH_LOSSES);
        assertThat(bench.tables().outcome("all.zip")).isEqualTo("unreadable CONTENT_CHANGED");
        assertThat(JobBench.counts(bench.complete()).container()).isEqualTo(1);
    }

    private void rewrite(String name) {
        try {
            bench.put(name, Archives.zip(Map.of("note.txt", new byte[] {'a'})));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void namesInArchivesAreNamesAndNeverPaths() throws IOException {
        bench.put(
                "traversal.tar",
                Archives.tar(Map.of("../../outside.txt", new byte[] {'a'}, "/etc/absolute.txt", new byte[] {'b'})));
        bench.complete();
        assertThat(bench.tables().outcome("traversal.tar!/../../outside.txt")).isEqualTo("ignored NOT_A_PHOTO");
        assertThat(bench.tables().outcome("traversal.tar!//etc/absolute.txt")).isEqualTo("ignored NOT_A_PHOTO");
        assertThat(folder.resolve("outside.txt")).doesNotExist();
    }

    @Test
    void membersBeforeTheDamageAreExaminedAndTheRestIsOneFinding() throws IOException {
        byte[] tar = Archives.tar(files());
        bench.put("cut.tar", java.util.Arrays.copyOf(tar, tar.length / 2));
        RunCounts counts = JobBench.counts(bench.complete());
        assertThat(bench.tables().outcome("cut.tar")).isEqualTo("container");
        assertThat(counts.duplicate()).isGreaterThan(20);
        assertThat(bench.tables().query("select detail from finding where code = 'MEMBERS_NOT_REACHED'"))
                .hasSize(1);
    }

    @Test
    void whatIsEncryptedWaitsForARetryWithItsPassword() throws IOException {
        byte[] photo = files().get("day-00/photo-0000.jpg");
        Files.delete(bench.source().resolve("day-00/photo-0000.jpg"));
        bench.put("locked.7z", Archives.sevenZip(Map.of("a.jpg", photo), "secret"));
        RunEnd end = bench.complete();
        assertThat(end.exitCode()).isEqualTo(ExitCode.COMPLETE_WITH_LOSSES);
        assertThat(bench.tables().query("select path from source_file where reason = 'ENCRYPTED'"))
                .hasSize(1);
        assertThat(bench.tables().query("select cast(count(*) as varchar) from photo"))
                .containsExactly("44");

        RunEnd wrong = bench.again(end.run(), LostFiles.ENCRYPTED, List.of("wrong"));
        assertThat(wrong.exitCode()).isEqualTo(ExitCode.COMPLETE_WITH_LOSSES);
        RunEnd right = bench.again(wrong.run(), LostFiles.ENCRYPTED, List.of("wrong", "secret"));

        assertThat(right.exitCode()).as(right.detail()).isEqualTo(ExitCode.COMPLETE);
        assertThat(bench.tables().outcome("locked.7z!/a.jpg")).isEqualTo("recorded");
        assertThat(bench.tables().query("select cast(count(*) as varchar) from photo"))
                .containsExactly("45");
        assertThat(JobBench.counts(bench.complete()).found()).isZero();
    }
}
