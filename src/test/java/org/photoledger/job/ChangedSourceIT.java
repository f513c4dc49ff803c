package org.photoledger.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.photoledger.job.JobBench.counts;
import static org.photoledger.job.Moves.makeFolder;
import static org.photoledger.job.Moves.move;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.job.JobBench.Interference;
import org.photoledger.source.Outcome;
import org.photoledger.store.AcceptedChange;
import org.photoledger.store.FileRow;
import org.photoledger.store.Run;
import org.photoledger.store.RunCounts;
import org.photoledger.testing.SmallPhotos;

/** A source that goes away, comes back, or is another than before: never taken for one whose files are gone. */
class ChangedSourceIT {

    @TempDir
    private Path folder = Path.of("");

    private @Nullable JobBench set;
    private Path away = folder;

    @BeforeEach
    void setUp() throws IOException {
        set = new JobBench(folder);
        away = folder.resolve("away");
    }

    @AfterEach
    void close() {
        bench().close();
    }

    private JobBench bench() {
        return Objects.requireNonNull(set);
    }

    private void unmount() {
        move(bench().source(), away);
        makeFolder(bench().source());
    }

    private void mountAgain() {
        assertThat(bench().source().toFile().delete()).isTrue();
        move(away, bench().source());
    }

    private Run run(long number) {
        return bench().database().runs().byNumber(number).orElseThrow();
    }

    private String fingerprint() {
        return bench().database()
                .sources()
                .byName("leak")
                .orElseThrow()
                .source()
                .fingerprint()
                .hex();
    }

    private List<FileRow> observations(String path) {
        return bench().database().sourceFiles().byPath(path);
    }

    private void assertLostWithoutAPhantom(RunEnd end) {
        assertThat(end.status()).isEqualTo(RunStatus.FAILED);
        assertThat(end.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(end.reason()).isEqualTo("SOURCE_LOST");
        assertThat(bench().database().sourceFiles().files(end.run(), Outcome.UNREADABLE, null))
                .isEmpty();
    }

    @Test
    void aSourceThatGoesAwayDuringTheInventoryLeavesNoDirectoryThatWasNeverUnreadable() {
        assertLostWithoutAPhantom(bench().run(new Interference().at("inventory", () -> move(bench().source(), away))));
        move(away, bench().source());
        RunEnd end = bench().run(new Interference());
        assertThat(end.status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(counts(end).found()).isEqualTo(50);
    }

    @Test
    void aSourceThatIsUnmountedBeforeTheInventoryIsNotTakenForAnEmptyOne() {
        assertThat(bench().run(new Interference()).exitCode()).isZero();
        assertLostWithoutAPhantom(bench().run(new Interference().at("started", this::unmount)));
        mountAgain();
        RunEnd end = bench().run(new Interference());
        assertThat(end.run()).isEqualTo(2);
        assertThat(counts(end).unchanged()).isEqualTo(50);
    }

    @Test
    void anotherFolderInTheSourcesPlaceIsRefusedUntilAcceptedAndIsThenRecordedWithBothFingerprints()
            throws IOException {
        bench().run(new Interference());
        String before = fingerprint();
        unmount();
        assertThatThrownBy(() -> bench().run(new Interference()))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.RESUME_REFUSED))
                .hasMessageContaining("mount that");
        assertThat(bench().database().runs().all()).hasSize(1);
        SmallPhotos.fill(bench().source(), 7);
        assertThatThrownBy(() -> bench().run(new Interference()))
                .hasMessageContaining("only 7 of 50 known names")
                .hasMessageContaining("--accept-changes");
        assertThat(bench().database().runs().all()).hasSize(1);
        RunEnd end = bench().importOf(bench().source(), null, true);
        assertThat(end.exitCode()).isZero();
        assertThat(counts(end).names()).isEqualTo(7);
        assertThat(bench().database().runs().acceptedChanges(2))
                .containsExactly(new AcceptedChange(1, AcceptedChange.Kind.FINGERPRINT, before, fingerprint()));
        assertThat(fingerprint()).isNotEqualTo(before);
        assertThat(run(2).acceptedChanges()).isTrue();
        assertThat(counts(bench().run(new Interference())).unchanged()).isEqualTo(7);
    }

    @Test
    void acceptedChangesAreRecordedAndNotAskedForAgain() throws IOException {
        RunEnd first = bench().stoppedAt("examine");
        String before = fingerprint();
        unmount();
        SmallPhotos.fill(bench().source().resolve("other"), 50);
        String other = "1".repeat(64);
        assertThatThrownBy(() -> resume(other, first, new StopRequest(), false)).hasMessageContaining("another one");
        StopRequest stop = new StopRequest();
        stop.stop(ExitCode.TERMINATED);
        assertThat(resume(other, first, stop, true).status()).isEqualTo(RunStatus.STOPPED);

        RunEnd end = resume(other, first, new StopRequest(), false);

        assertThat(end.status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(run(1).acceptedChanges()).isTrue();
        assertThat(bench().database().runs().acceptedChanges(1))
                .containsExactly(
                        new AcceptedChange(2, AcceptedChange.Kind.FINGERPRINT, before, fingerprint()),
                        new AcceptedChange(2, AcceptedChange.Kind.SETTINGS, JobBench.SETTINGS, other));
    }

    private RunEnd resume(String settings, RunEnd stopped, StopRequest stop, boolean accept) {
        return bench().runner(settings, stop, new Interference()).resume(run(stopped.run()), accept, List.of());
    }

    @Test
    void namesAreUnchangedAndFoundThoughTheSecondWalkIsStopped() throws IOException {
        bench().stoppedAt("examine");
        for (String name : List.of("a.jpg", "b.jpg", "c.jpg")) {
            Files.copy(
                    bench().source().resolve("day-00/photo-0000.jpg"),
                    bench().source().resolve("day-00/" + name));
        }
        RunEnd stopped = bench().stoppedAt("inventoried");
        assertThat(stopped.status()).isEqualTo(RunStatus.STOPPED);
        assertThat(counts(stopped).found()).isEqualTo(53);
        assertThat(counts(stopped).names()).isEqualTo(53);
        RunCounts ended = counts(bench().run(new Interference()));
        assertThat(ended.names()).isEqualTo(53);
        assertThat(ended.unchanged()).isZero();
    }

    @Test
    void aFileThatCannotBeReadIsTriedAgainInItsPlaceAndTheBooksOfItsFirstRunStay() {
        Path file = bench().source().resolve("day-07/photo-0007.jpg");
        for (int night = 1; night <= 2; night++) {
            RunEnd lossy = bench().run(new Interference().at("examine", () -> move(file, away)));
            assertThat(lossy.exitCode()).isEqualTo(ExitCode.COMPLETE_WITH_LOSSES);
            assertThat(counts(lossy).unreadable()).isEqualTo(1);
            move(away, file);
        }
        RunEnd end = bench().run(new Interference());
        assertThat(end.exitCode()).isZero();
        assertThat(counts(end).unchanged()).isEqualTo(49);
        assertThat(counts(end).found()).isEqualTo(1);
        assertThat(observations("day-07/photo-0007.jpg")).singleElement().satisfies(row -> {
            assertThat(row.observation()).isEqualTo(1);
            assertThat(row.outcome()).isEqualTo(Outcome.RECORDED);
            assertThat(row.reason()).isNull();
        });
        RunCounts first = bench().database().sourceFiles().counts(1, run(1).sourceId());
        assertThat(first.unreadable()).isEqualTo(1);
        assertThat(first.names()).isEqualTo(50).isEqualTo(first.unchanged() + first.found());
    }

    @Test
    void aResumeOfACompleteRunSaysSo() {
        RunEnd complete = bench().run(new Interference());
        StopRequest told = new StopRequest();
        Interference listening =
                new Interference().at("nothing to resume; run 1 is complete", () -> told.stop(ExitCode.STOPPED));
        RunEnd again = bench().runner(JobBench.SETTINGS, new StopRequest(), listening)
                .resume(run(complete.run()), false, List.of());
        assertThat(told.requested()).isTrue();
        assertThat(again.counts()).isEqualTo(complete.counts());
    }
}
