package org.photoledger.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.photoledger.job.JobBench.counts;
import static org.photoledger.job.Moves.makeFolder;
import static org.photoledger.job.Moves.move;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.job.JobBench.Interference;
import org.photoledger.source.Outcome;
import org.photoledger.source.Source;
import org.photoledger.source.SourceFingerprint;
import org.photoledger.store.AcceptedChange;
import org.photoledger.testing.SmallPhotos;

/** What is the same source and what is another: by volume and path where there is a volume id, else by names and sizes. */
class SourceIdentityIT {

    @TempDir
    private Path folder = Path.of("");

    private @Nullable JobBench set;
    private Path source = folder;
    private Path elsewhere = folder;
    private Sticks sticks = new Sticks(folder);

    @BeforeEach
    void setUp() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/zero")), "no Linux");
        set = new JobBench(folder);
        source = set.source();
        elsewhere = folder.resolve("other/usb");
        Files.createDirectories(elsewhere.getParent());
        sticks = new Sticks(folder);
    }

    @AfterEach
    void close() {
        bench().close();
    }

    private JobBench bench() {
        return Objects.requireNonNull(set);
    }

    private RunEnd imported(Path root) {
        return bench().importOf(root, null, false);
    }

    private Source known(String name) {
        return bench().database().sources().byName(name).orElseThrow().source();
    }

    private void assertRefused(int code, String words, Path root, @Nullable String name) {
        int runs = bench().database().runs().all().size();
        assertThatThrownBy(() -> bench().importOf(root, name, false))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.exitCode()).isEqualTo(code))
                .hasMessageContaining(words);
        assertThat(bench().database().runs().all()).hasSize(runs);
    }

    /** Another folder with so many of the fifty files stands in the source's place. */
    private void replaceByCopyOf(int files) throws IOException {
        move(source, folder.resolve("old"));
        makeFolder(source);
        SmallPhotos.fill(source, files);
        for (int at = 0; at < files; at++) {
            // the times as they were, so that the files are unchanged
            String name = String.format(java.util.Locale.ROOT, "day-%02d/photo-%04d.jpg", at % 20, at);
            Files.setLastModifiedTime(
                    source.resolve(name),
                    Files.getLastModifiedTime(folder.resolve("old").resolve(name)));
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aCopyOfTheFolderIsTheSourceAndNothingIsAsked() throws IOException {
        imported(source);
        Source before = known("leak");
        replaceByCopyOf(50);
        RunEnd end = imported(source);
        assertThat(counts(end).unchanged()).isEqualTo(50);
        assertThat(known("leak")).isEqualTo(before);
        assertThat(bench().database().runs().acceptedChanges(end.run())).isEmpty();
    }

    @Test
    void nineOfTenKnownNamesAreEnoughAndFewerAreRefused() throws IOException {
        imported(source);
        replaceByCopyOf(44);
        assertRefused(ExitCode.RESUME_REFUSED, "only 44 of 50 known names", source, null);
        SmallPhotos.fill(source, 45);
        RunEnd end = imported(source);
        assertThat(counts(end).names()).isEqualTo(45);
        assertThat(bench().database().absences().counts(end.run()).gone()).isEqualTo(5);
        assertThat(imported(source).exitCode())
                .as("what is gone is not missed again")
                .isZero();
    }

    @Test
    void newFilesEveryNightAreNoSurprise() throws IOException {
        imported(source);
        for (int night = 1; night <= 2; night++) {
            SmallPhotos.fill(source.resolve("night-" + night), 60 * night);
            assertThat(counts(imported(source)).found()).isEqualTo(60L * night);
        }
    }

    @Test
    void aNameWhoseFolderLiesElsewhereNowIsTheSameSourceIfItsNamesAreThere() throws IOException {
        imported(source);
        Path moved = folder.resolve("other/leak");
        move(source, moved);
        assertThat(counts(imported(moved)).unchanged()).isEqualTo(50);
        assertThat(known("leak").rootUri()).isEqualTo(moved.toUri().getRawPath());
        SmallPhotos.fill(source, 20);
        assertRefused(ExitCode.USAGE, "belongs to another source", source, null);
    }

    @Test
    void theSameStickMountedElsewhereIsTheSameSourceWhateverItIsCalledThere() throws IOException {
        sticks.mount("STICK-1", source);
        imported(source);
        assertThat(known("leak").fingerprint().kind()).isEqualTo(SourceFingerprint.Kind.VOLUME);
        move(source, elsewhere);
        sticks.mount("STICK-1", elsewhere);
        SmallPhotos.fill(elsewhere.resolve("new"), 3);
        RunEnd end = imported(elsewhere);
        assertThat(counts(end).unchanged()).isEqualTo(50);
        assertThat(counts(end).found()).isEqualTo(3);
        assertThat(known("leak").rootUri()).isEqualTo(elsewhere.toUri().getRawPath());
        assertThat(bench().database().sources().byName("usb")).isEmpty();
    }

    @Test
    void anUnfinishedRunGoesOnWhereTheStickIsMountedNow() throws IOException {
        sticks.mount("STICK-1", source);
        RunEnd stopped = bench().stoppedAt("examine");
        move(source, elsewhere);
        sticks.mount("STICK-1", elsewhere);
        assertThatThrownBy(() -> bench().runner(JobBench.SETTINGS, new StopRequest(), new Interference())
                        .resume(
                                bench().database()
                                        .runs()
                                        .byNumber(stopped.run())
                                        .orElseThrow(),
                                false,
                                java.util.List.of()))
                .hasMessageContaining("import it from where it is now");
        RunEnd end = imported(elsewhere);
        assertThat(end.run()).isEqualTo(stopped.run());
        assertThat(end.status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(counts(end).found()).isEqualTo(50);
    }

    @Test
    void anotherStickAtTheSamePathIsAnotherSourceThoughItHoldsTheSame() throws IOException {
        sticks.mount("STICK-1", source);
        imported(source);
        String before = known("leak").fingerprint().hex();
        sticks.mount("STICK-2", source);
        assertRefused(ExitCode.RESUME_REFUSED, "it is on another volume", source, null);
        RunEnd end = bench().importOf(source, null, true);
        assertThat(counts(end).unchanged()).isEqualTo(50);
        assertThat(bench().database().runs().acceptedChanges(end.run()))
                .containsExactly(new AcceptedChange(
                        1,
                        AcceptedChange.Kind.FINGERPRINT,
                        before,
                        known("leak").fingerprint().hex()));
        assertThat(imported(source).exitCode()).isZero();
    }

    @Test
    void anotherStickUnderANameOfItsOwnIsASourceOfItsOwn() throws IOException {
        sticks.mount("STICK-1", source);
        imported(source);
        sticks.mount("STICK-2", source);
        assertThat(counts(bench().importOf(source, "second", false)).found()).isEqualTo(50);
        assertThat(counts(imported(source)).unchanged())
                .as("without a name it is the one that it was")
                .isEqualTo(50);
        assertThat(bench().database().runs().byNumber(3).orElseThrow().sourceName())
                .isEqualTo("second");
    }

    @Test
    void aKnownStickUnderAnotherNameIsRefusedAndTheNameThatItHasIsTold() throws IOException {
        sticks.mount("STICK-1", source);
        imported(source);
        assertRefused(ExitCode.USAGE, "use --name \"leak\", or leave --name out", source, "mine");
        assertThat(imported(source).exitCode()).isZero();
        assertThat(bench().importOf(source, "leak", false).exitCode()).isZero();
    }

    @Test
    void aSourceWithoutAVolumeIdTakesTheOneThatIsKnownLaterAndKeepsIt() throws IOException {
        imported(source);
        String random = known("leak").fingerprint().hex();
        sticks.mount("STICK-1", source);
        RunEnd end = imported(source);
        SourceFingerprint volume = known("leak").fingerprint();
        assertThat(volume.kind()).isEqualTo(SourceFingerprint.Kind.VOLUME);
        assertThat(bench().database().runs().acceptedChanges(end.run()))
                .containsExactly(new AcceptedChange(1, AcceptedChange.Kind.FINGERPRINT, random, volume.hex()));
        sticks.forget();
        assertThat(counts(imported(source)).unchanged()).isEqualTo(50);
        assertThat(known("leak").fingerprint()).isEqualTo(volume);
    }

    @Test
    void anEmptyFolderIsRefusedEvenOnTheVolumeThatIsKnown() throws IOException {
        sticks.mount("STICK-1", source);
        imported(source);
        move(source, folder.resolve("old"));
        makeFolder(source);
        assertRefused(ExitCode.RESUME_REFUSED, "is empty and is not the one", source, null);
        RunEnd end = bench().importOf(source, null, true);
        assertThat(bench().database().absences().counts(end.run()).gone()).isEqualTo(50);
        assertThat(imported(source).exitCode())
                .as("nothing is known of it any more")
                .isZero();
    }

    @Test
    void aStickThatIsChangedForAnotherDuringTheRunStopsItWithoutAPhantom() throws IOException {
        sticks.mount("STICK-1", source);
        Path file = source.resolve("day-07/photo-0007.jpg");
        byte[] bytes = Files.readAllBytes(file);
        RunEnd end = bench().run(new Interference().at("examine", () -> {
            delete(file);
            remount("STICK-2");
        }));
        assertThat(end.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(end.reason()).isEqualTo("SOURCE_LOST");
        assertThat(bench().database().sourceFiles().files(end.run(), Outcome.UNREADABLE, null))
                .isEmpty();
        Files.write(file, bytes);
        assertRefused(ExitCode.RESUME_REFUSED, "began with another folder", source, null);
        remount("STICK-1");
        assertThat(imported(source).status()).isEqualTo(RunStatus.COMPLETE);
    }

    private void remount(String id) {
        try {
            sticks.mount(id, source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
