package org.photoledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.photoledger.digest.Sha256;
import org.photoledger.source.Outcome;
import org.photoledger.source.Reason;
import org.photoledger.source.ScannedName;
import org.photoledger.source.SourcePath;

/** What is told of names that go away and come back, on any database. A file's bytes are what its size is. */
abstract class AbsenceContract extends DatabaseContract {

    private static ScannedName file(String path, long size) {
        return new ScannedName(path(path), size, NOON, null);
    }

    private static ScannedName shut(String path) {
        return new ScannedName(path(path), 0, null, Reason.DIRECTORY_NOT_READABLE);
    }

    private static SourcePath path(String path) {
        return SourcePath.ofBytes(path.getBytes(StandardCharsets.UTF_8));
    }

    /** A run whose walk sees these names, and that records all files that it takes up. */
    private Run night(ScannedName... names) {
        Run run = aRun();
        walk(run, names);
        database().absences().note(run, true);
        settle(run);
        database().runs().ended(run.number(), "COMPLETE", null, NOON, 1);
        return run;
    }

    private void walk(Run run, ScannedName... names) {
        database().sourceFiles().take(run, ANY_SIZE, Arrays.asList(names));
        database().runs().inventoried(run.number(), names.length);
    }

    private void settle(Run run) {
        database()
                .sourceFiles()
                .settle(database().sourceFiles().pending(run.number(), 0, 100).stream()
                        .map(AbsenceContract::recorded)
                        .toList());
    }

    private static SettledFile recorded(PendingFile file) {
        Sha256 sha256 = Sha256.of(Long.toString(file.size()).getBytes(StandardCharsets.US_ASCII));
        return new SettledFile(
                file.id(),
                Outcome.RECORDED,
                null,
                sha256,
                "image/jpeg",
                1,
                file.size(),
                file.modified(),
                null,
                List.of());
    }

    private List<String> gone(Run run) {
        return database().absences().gone(run.number(), 100).stream()
                .map(GoneName::path)
                .toList();
    }

    private List<Absence> absences(String path) {
        return database().sourceFiles().byPath(path).stream()
                .flatMap(file -> database().absences().of(file).stream())
                .toList();
    }

    @Test
    void aNameThatIsNotMetAnyMoreIsAwayFromThatRunOnAndIsToldOnce() {
        night(file("a.jpg", 1), file("b.jpg", 2));
        Run second = night(file("a.jpg", 1));
        Run third = night(file("a.jpg", 1));
        assertThat(gone(second)).containsExactly("b.jpg");
        assertThat(gone(third)).isEmpty();
        assertThat(absences("b.jpg")).containsExactly(new Absence(second.number(), null, List.of()));
        assertThat(database().absences().counts(second.number())).isEqualTo(new ChangeCounts(1, 0, 0, 0));
        RunCounts books = database().sourceFiles().counts(second.number(), second.sourceId());
        assertThat(books.names()).isEqualTo(1).isEqualTo(books.unchanged());
    }

    @Test
    void aNameThatComesBackAsItWasEndsItsAbsenceAndMayGoAgain() {
        night(file("a.jpg", 1), file("b.jpg", 2));
        night(file("a.jpg", 1));
        Run third = night(file("a.jpg", 1), file("b.jpg", 2));
        night(file("a.jpg", 1));
        assertThat(database().absences().counts(third.number())).isEqualTo(new ChangeCounts(0, 0, 1, 0));
        assertThat(absences("b.jpg")).containsExactly(new Absence(2, 3L, List.of()), new Absence(4, null, List.of()));
        assertThat(database().sourceFiles().byPath("b.jpg")).hasSize(1);
    }

    @Test
    void aNameThatComesBackWithOtherBytesIsObservedAnewAndEndsTheAbsenceOfTheOneBefore() {
        night(file("a.jpg", 1), file("b.jpg", 2));
        night(file("a.jpg", 1));
        Run third = night(file("a.jpg", 1), file("b.jpg", 3));
        Run fourth = night(file("a.jpg", 1));
        assertThat(database().absences().counts(third.number())).isEqualTo(new ChangeCounts(0, 0, 1, 1));
        List<FileRow> observations = database().sourceFiles().byPath("b.jpg");
        assertThat(observations).extracting(FileRow::size).containsExactly(2L, 3L);
        assertThat(database().absences().of(observations.get(0))).containsExactly(new Absence(2, 3L, List.of()));
        assertThat(database().absences().of(observations.get(1))).containsExactly(new Absence(4, null, List.of()));
        assertThat(gone(fourth)).containsExactly("b.jpg");
    }

    @Test
    void theNewNameOfTheSameBytesIsToldAndACopyThatWasThereBeforeIsNot() {
        night(file("a.jpg", 1), file("b.jpg", 2), file("copy.jpg", 2));
        Run second = night(file("a.jpg", 1), file("copy.jpg", 2), file("new/b.jpg", 2));
        assertThat(absences("b.jpg")).containsExactly(new Absence(second.number(), null, List.of("new/b.jpg")));
        assertThat(database().absences().gone(second.number(), 100))
                .containsExactly(new GoneName("b.jpg", "new/b.jpg"));
        assertThat(database().absences().counts(second.number())).isEqualTo(new ChangeCounts(1, 1, 0, 0));
    }

    @Test
    void aNameThatIsRenamedAndRenamedBackIsFoundUnderItsFirstOne() {
        night(file("a.jpg", 1), file("b.jpg", 2));
        night(file("a.jpg", 1), file("c.jpg", 2));
        Run third = night(file("a.jpg", 1), file("b.jpg", 2));
        assertThat(absences("c.jpg")).containsExactly(new Absence(3, null, List.of("b.jpg")));
        assertThat(absences("b.jpg")).containsExactly(new Absence(2, 3L, List.of("c.jpg")));
        assertThat(database().absences().counts(third.number())).isEqualTo(new ChangeCounts(1, 1, 1, 0));
    }

    @Test
    void aWalkThatIsRepeatedByEveryLaunchNotesTheSame() {
        night(file("a.jpg", 1), file("b.jpg", 2), file("c.jpg", 3));
        night(file("a.jpg", 1), file("b.jpg", 2));
        Run run = aRun();
        for (int launch = 1; launch <= 3; launch++) {
            walk(run, file("a.jpg", 1), file("c.jpg", 3));
            database().absences().note(run, true);
            database().absences().note(run, true);
            assertThat(database().absences().counts(run.number()))
                    .as("launch %d", launch)
                    .isEqualTo(new ChangeCounts(1, 0, 1, 0));
            run = database().runs().resumed(run.number(), "d".repeat(64), false);
        }
        assertThat(absences("b.jpg")).containsExactly(new Absence(run.number(), null, List.of()));
        assertThat(absences("c.jpg")).containsExactly(new Absence(2, run.number(), List.of()));
    }

    @Test
    void aNameThatOneLaunchMissedAndTheNextMeetsIsThereAgain() {
        night(file("a.jpg", 1), file("b.jpg", 2));
        Run run = aRun();
        walk(run, file("a.jpg", 1));
        database().absences().note(run, true);
        run = database().runs().resumed(run.number(), "d".repeat(64), false);
        walk(run, file("a.jpg", 1), file("b.jpg", 2));
        database().absences().note(run, true);
        assertThat(absences("b.jpg")).containsExactly(new Absence(run.number(), run.number(), List.of()));
    }

    @Test
    void aWalkOfTheFirstNamesOnlyTellsWhatIsBackAndNothingOfWhatItDidNotReach() {
        night(file("a.jpg", 1), file("b.jpg", 2));
        night(file("b.jpg", 2));
        Run limited = aRun();
        walk(limited, file("a.jpg", 1));
        database().absences().note(limited, false);
        assertThat(database().absences().counts(limited.number())).isEqualTo(new ChangeCounts(0, 0, 1, 0));
        assertThat(absences("b.jpg")).isEmpty();
    }

    @Test
    void aFolderThatCannotBeListedTellsNothingOfTheNamesBelowIt() {
        night(file("shut", 9), file("shut-1.jpg", 1), file("shut/in/a.jpg", 2), file("open/b.jpg", 3));
        Run second = night(shut("shut"));
        assertThat(gone(second)).containsExactly("open/b.jpg", "shut-1.jpg");
        Run third = night(file("open/b.jpg", 3));
        assertThat(gone(third)).as("the folder itself was never a name").containsExactly("shut/in/a.jpg");
    }

    @Test
    void aRootThatCannotBeListedTellsNothing() {
        night(file("a.jpg", 1));
        assertThat(gone(night(shut("")))).isEmpty();
    }

    @Test
    void anotherSourcesNamesAreNotMissed() {
        night(file("a.jpg", 1));
        long other = database()
                .sources()
                .register(
                        new org.photoledger.source.Source(
                                "other", "/other/", org.photoledger.source.SourceFingerprint.drawn()),
                        "op",
                        NOON)
                .id();
        Run run = database().runs().create(new NewRun(other, NOON, "op", "{}", "d".repeat(64), "1"));
        walk(run, file("z.jpg", 1));
        database().absences().note(run, true);
        assertThat(absences("a.jpg")).isEmpty();
    }

    @Test
    void onlyTheFirstGoneNamesInByteOrderAreListed() {
        night(file("a.jpg", 1), file("b.jpg", 2), file("c.jpg", 3));
        Run second = night(file("c.jpg", 3));
        assertThat(database().absences().gone(second.number(), 1))
                .extracting(GoneName::path)
                .containsExactly("a.jpg");
    }

    @Test
    void knownNamesAreThoseThatWereThereLastWithTheSizeOfThen() {
        night(file("a.jpg", 1), file("b.jpg", 2), file("c.jpg", 3), shut("d"));
        Run second = night(file("a.jpg", 1), file("b.jpg", 20));
        assertThat(known(second))
                .containsExactlyInAnyOrder(new KnownName(path("a.jpg"), 1), new KnownName(path("b.jpg"), 20));
        assertThat(database().sources().knownNames(second.sourceId(), 1)).hasSize(1);
    }

    @Test
    void namesFromBeforeAnotherFolderWasAcceptedAreNotKnownOfIt() {
        Run first = night(file("a.jpg", 1));
        StoredSource source = database().sources().byName("leak").orElseThrow();
        Run second = aRun();
        walk(second, file("a.jpg", 1));
        second = database().runs().resumed(second.number(), "d".repeat(64), true);
        database().sources().replaced(second, source.source());
        assertThat(known(first)).isEmpty();
        walk(second, file("b.jpg", 2));
        assertThat(known(first)).containsExactly(new KnownName(path("b.jpg"), 2));
    }

    private List<KnownName> known(Run run) {
        return database().sources().knownNames(run.sourceId(), 100);
    }
}
