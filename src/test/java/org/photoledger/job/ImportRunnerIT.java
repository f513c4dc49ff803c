package org.photoledger.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.identifier.IdentifierRules;
import org.photoledger.sandbox.ExaminationSettings;
import org.photoledger.sandbox.WorkerSettings;
import org.photoledger.store.Database;
import org.photoledger.store.DatabaseSettings;
import org.photoledger.store.Run;
import org.photoledger.testing.SmallPhotos;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The job itself on a real database with real workers: what goes wrong in a step is named, and a resume sets it right. */
class ImportRunnerIT {

    @TempDir
    private Path folder = Path.of("");

    private Path source = folder;
    private @Nullable Database opened;

    @BeforeEach
    void aSourceOfFiftyFiles() throws IOException {
        source = Files.createDirectory(folder.resolve("leak"));
        SmallPhotos.fill(source, 50);
        Files.createDirectories(folder.resolve("home/spool"));
        Files.createDirectories(folder.resolve("home/reports"));
        opened = Database.open(DatabaseSettings.h2In(folder.resolve("home")));
    }

    @AfterEach
    void close() {
        database().close();
    }

    private Database database() {
        return Objects.requireNonNull(opened);
    }

    /** Something that happens when a step begins. */
    private static final class Interference implements RunEvents {

        private final Map<String, Runnable> atStep = new HashMap<>();

        Interference at(String step, Runnable deed) {
            atStep.put(step, deed);
            return this;
        }

        @Override
        public void started(Run run, boolean resumed) {}

        @Override
        public void step(String name) {
            atStep.getOrDefault(name, () -> {}).run();
        }

        @Override
        public void inventoried(long names) {}

        @Override
        public void settled(long files, long bytes) {}

        @Override
        public void lost(String path, String outcome, String reason) {}

        @Override
        public void notice(String message) {}
    }

    private RunEnd run(StopRequest stop, Interference interference) {
        Path home = folder.resolve("home");
        WorkerSettings workers = new WorkerSettings(
                1, Duration.ofSeconds(30), 256, 1 << 20, home.resolve("workers"), ExaminationSettings.withoutText());
        ImportSettings settings = new ImportSettings(
                home, 10, 20, 1 << 20, workers, false, IdentifierRules.defaults(), "0".repeat(64), "test");
        return new ImportRunner(database(), settings, Clock.systemUTC(), stop, interference)
                .importSource(new ImportRequest(source, null, 0, null, "test"));
    }

    private RunEnd run(Interference interference) {
        return run(new StopRequest(), interference);
    }

    private void sql(String statement) {
        JdbcClient.create(database().dataSource()).sql(statement).update();
    }

    private void assertCompleteAtTheNextTry() {
        RunEnd end = run(new Interference());
        assertThat(end.status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(end.run()).isEqualTo(1);
        assertThat(end.counts().found()).isEqualTo(50);
        assertThat(end.counts().pending()).isZero();
    }

    @Test
    void booksThatDoNotCloseFailTheRunAndAResumeClosesThem() {
        RunEnd end = run(new Interference()
                .at("reconcile", () -> sql("update source_file set outcome = 'pending' where id = 7")));
        assertThat(end.status()).isEqualTo(RunStatus.FAILED);
        assertThat(end.exitCode()).isEqualTo(ExitCode.BOOKS_DO_NOT_CLOSE);
        assertThat(end.reason()).isEqualTo("BOOKS");
        assertThat(folder.resolve("home/reports/run-1.html")).exists();
        assertCompleteAtTheNextTry();
    }

    @Test
    void aNameThatTheTablesLostFailsTheRun() {
        RunEnd end = run(
                new Interference().at("duplicates", () -> sql("delete from source_file where outcome = 'ignored'")));
        assertThat(end.exitCode()).isEqualTo(ExitCode.BOOKS_DO_NOT_CLOSE);
        assertThat(end.detail()).contains("the walk saw 50 names, the tables hold 49");
        assertCompleteAtTheNextTry();
    }

    @Test
    void aSourceThatGoesAwayFailsTheRunAndLosesNothing() {
        Path away = folder.resolve("away");
        RunEnd end = run(new Interference().at("examine", () -> move(source, away)));
        assertThat(end.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(end.reason()).isEqualTo("SOURCE_LOST");
        assertThat(end.counts().pending()).isEqualTo(50);
        move(away, source);
        assertCompleteAtTheNextTry();
    }

    @Test
    void anEmptyMountPointInTheSourcesPlaceIsNotTakenForIt() {
        Path away = folder.resolve("away");
        RunEnd end = run(new Interference().at("examine", () -> {
            move(source, away);
            makeFolder(source);
        }));
        assertThat(end.reason()).isEqualTo("SOURCE_LOST");
        assertThat(end.counts().unreadable()).isZero();
        source.toFile().delete();
        move(away, source);
        assertCompleteAtTheNextTry();
    }

    @Test
    void statesThatBatchCallsUnknownAreTakenUpAgain() {
        for (String state : new String[] {
            "update batch_job_execution set status = 'UNKNOWN'; update batch_step_execution set status = 'STARTED'",
            "update batch_job_execution set status = 'FAILED'; update batch_step_execution set status = 'UNKNOWN'"
        }) {
            RunEnd end = run(new Interference().at("duplicates", () -> {
                throw new IllegalStateException("broken off");
            }));
            assertThat(end.status()).isEqualTo(RunStatus.FAILED);
            for (String statement : state.split(";", -1)) {
                sql(statement);
            }
        }
        assertCompleteAtTheNextTry();
    }

    @Test
    void aKillBeforeBatchNotedTheLaunchIsTakenUpAgain() {
        new BatchInfrastructure(database())
                .repository()
                .createJobInstance(ImportJob.NAME, BatchInfrastructure.parameters(1));
        assertCompleteAtTheNextTry();
    }

    @Test
    void aStopAtAnyStepIsNotTakenForTheEnd() {
        for (String step : new String[] {"inventory", "examine", "duplicates", "identify", "reconcile", "report"}) {
            StopRequest stop = new StopRequest();
            RunEnd end = run(stop, new Interference().at(step, () -> stop.stop(ExitCode.TERMINATED)));
            assertThat(end.status()).as(step).isEqualTo(RunStatus.STOPPED);
            assertThat(end.exitCode()).isEqualTo(ExitCode.TERMINATED);
        }
        assertCompleteAtTheNextTry();
    }

    @Test
    void aReportThatCannotBeWrittenFailsTheRunWithItsReason() throws IOException {
        Path report = Files.createDirectories(folder.resolve("home/reports/run-1.html/x"));
        RunEnd end = run(new Interference());
        assertThat(end.status()).isEqualTo(RunStatus.FAILED);
        assertThat(end.reason()).isEqualTo("STORAGE");
        Files.delete(report);
        Files.delete(folder.resolve("home/reports/run-1.html"));
        assertCompleteAtTheNextTry();
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void makeFolder(Path path) {
        try {
            Files.createDirectory(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
