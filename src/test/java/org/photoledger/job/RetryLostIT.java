package org.photoledger.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.custody.LedgerFile;
import org.photoledger.digest.Sha256;
import org.photoledger.export.Exporter;
import org.photoledger.sandbox.LosingWorkers;
import org.photoledger.sandbox.WorkerPool;
import org.photoledger.source.Outcome;
import org.photoledger.source.Reason;
import org.photoledger.store.LostFiles;
import org.photoledger.testing.Archives;
import org.photoledger.testing.Bytes;
import org.photoledger.testing.SmallPhotos;
import org.photoledger.verify.Verification;

/** Files that a run left quarantined or unreadable, tried again by a run of their own. */
class RetryLostIT {

    private static final LostFiles ALL = new LostFiles(null, null, null);

    @TempDir
    private Path folder = Path.of("");

    private JobBench bench;

    @BeforeEach
    void open() throws IOException {
        bench = filled(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** Two copies, a member and a container that some workers do not survive, beside photos and notes enough for the source to be known again. */
    private static JobBench filled(Path folder) throws IOException {
        JobBench bench = new JobBench(folder);
        SmallPhotos.leaveFew(bench.source());
        for (int note = 0; note < 40; note++) {
            bench.put("note-%02d.txt".formatted(note), ("note " + note).getBytes(StandardCharsets.US_ASCII));
        }
        byte[] sound = Files.readAllBytes(bench.source().resolve("day-00/photo-0000.jpg"));
        bench.put("photo.jpg", with(sound, LosingWorkers.EXAMINING));
        bench.put("copy.jpg", with(sound, LosingWorkers.EXAMINING));
        bench.put(
                "members.zip",
                Archives.zip(Map.of("a.jpg", with(sound, LosingWorkers.EXAMINING + " a"), "b.jpg", sound)));
        bench.put("opened.zip", Archives.storedZip(Map.of("c.jpg", with(sound, LosingWorkers.OPENING))));
        return bench;
    }

    private static byte[] with(byte[] photo, String words) {
        return new Bytes().add(photo).text(words).array();
    }

    private RunEnd losses() {
        bench.workers(LosingWorkers::pool);
        RunEnd end = bench.complete();
        assertThat(quarantined()).containsExactly("copy.jpg", "members.zip!/a.jpg", "opened.zip", "photo.jpg");
        return end;
    }

    private List<String> quarantined() {
        return bench.tables().query("select path from source_file where outcome = 'quarantined' order by path");
    }

    /** The copy and the photo have equal bytes: what an import knows of such ones does not hold for what is tried again. */
    @Test
    void whatWorkersWereLostOnEndsAsIfTheyHadNotBeen() throws IOException {
        RunEnd end = losses();
        bench.workers(WorkerPool::new);
        RunEnd retry = bench.again(end.run(), ALL, List.of());
        assertThat(retry.exitCode()).as(retry.detail()).isEqualTo(ExitCode.COMPLETE);
        assertThat(JobBench.counts(retry).names()).isEqualTo(5);
        assertThat(JobBench.counts(retry).found()).isEqualTo(5);
        try (JobBench other = filled(Files.createDirectory(folder.resolve("other")))) {
            other.complete();
            assertThat(new Exporter(bench.database()).digests()).isEqualTo(new Exporter(other.database()).digests());
        }
        assertThat(JobBench.counts(bench.complete()).found()).isZero();
        assertThat(new Verification(bench.database(), LedgerFile.in(bench.home()))
                        .verify(true)
                        .mismatches())
                .isEmpty();
    }

    @Test
    void whatIsLostAgainStaysQuarantinedAndIsToldSo() {
        RunEnd retry = bench.again(losses().run(), ALL, List.of());
        assertThat(retry.exitCode()).isEqualTo(ExitCode.COMPLETE_WITH_LOSSES);
        assertThat(JobBench.counts(retry).quarantined()).isEqualTo(4);
        assertThat(quarantined()).hasSize(4);
        assertThat(bench.database().runs().all())
                .extracting(ImportRunner::isImport)
                .containsExactlyInAnyOrder(true, false);
    }

    @Test
    void outcomeReasonAndTypeChoose() {
        RunEnd end = losses();
        bench.workers(WorkerPool::new);
        for (LostFiles none : List.of(
                new LostFiles(null, Reason.DEADLINE, null),
                new LostFiles(Outcome.UNREADABLE, null, null),
                new LostFiles(null, null, "image/png"))) {
            assertThat(JobBench.counts(bench.again(end.run(), none, List.of())).names())
                    .isZero();
        }
        bench.again(end.run(), new LostFiles(Outcome.QUARANTINED, Reason.WORKER_DIED, "application/zip"), List.of());
        assertThat(quarantined()).containsExactly("copy.jpg", "members.zip!/a.jpg", "photo.jpg");
        bench.again(end.run(), new LostFiles(null, null, "image/jpeg"), List.of());
        assertThat(quarantined()).isEmpty();
    }

    @Test
    void whatWasChangedSinceIsNotTakenForWhatWasLost() throws IOException {
        RunEnd end = losses();
        bench.workers(WorkerPool::new);
        String digest = "select sha256 from source_file where path = 'photo.jpg'";
        List<String> before = bench.tables().query(digest);
        bench.put("photo.jpg", Files.readAllBytes(bench.source().resolve("day-00/photo-0000.jpg")));
        Files.delete(bench.source().resolve("copy.jpg"));
        bench.again(end.run(), ALL, List.of());
        assertThat(bench.tables().outcome("photo.jpg")).isEqualTo("unreadable CONTENT_CHANGED");
        assertThat(bench.tables().query(digest)).isEqualTo(before);
        assertThat(bench.tables().outcome("copy.jpg")).isEqualTo("unreadable VANISHED");
    }

    /** Tried with the digest of the loss kept where an import takes the file in its place: it was told as changed for ever. */
    @Test
    void whatWasChangedUnderItsSizeAndTimeIsTakenByTheNextImport() throws IOException {
        RunEnd end = losses();
        bench.workers(WorkerPool::new);
        Path photo = bench.source().resolve("photo.jpg");
        FileTime time = Files.getLastModifiedTime(photo);
        byte[] other = Files.readAllBytes(photo);
        other[other.length - 1] ^= 1;
        Files.write(photo, other);
        Files.setLastModifiedTime(photo, time);
        bench.again(end.run(), ALL, List.of());
        assertThat(bench.tables().outcome("photo.jpg")).isEqualTo("unreadable CONTENT_CHANGED");
        bench.complete();
        assertThat(bench.tables().outcome("photo.jpg")).isEqualTo("recorded");
        assertThat(bench.tables().query("select sha256 from source_file where path = 'photo.jpg'"))
                .containsExactly(Sha256.of(other).hex());
    }

    @Test
    void whatAnImportFoundChangedOrGoneIsNoLossAnyMore() throws IOException {
        RunEnd end = losses();
        bench.workers(WorkerPool::new);
        bench.put("photo.jpg", Files.readAllBytes(bench.source().resolve("day-00/photo-0000.jpg")));
        Files.delete(bench.source().resolve("copy.jpg"));
        Files.delete(bench.source().resolve("members.zip"));
        bench.complete();
        RunEnd retry = bench.again(end.run(), ALL, List.of());
        assertThat(bench.tables().outcome("opened.zip")).isEqualTo("container");
        assertThat(JobBench.counts(retry).names()).isEqualTo(2);
        assertThat(quarantined()).contains("copy.jpg", "members.zip!/a.jpg");
    }
}
