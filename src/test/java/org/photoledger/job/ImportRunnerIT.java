package org.photoledger.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.photoledger.job.JobBench.counts;
import static org.photoledger.job.Moves.makeFolder;
import static org.photoledger.job.Moves.move;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.job.JobBench.Interference;

/** The job itself on a real database with real workers: what goes wrong in a step is named, and a resume sets it right. */
class ImportRunnerIT {

    @TempDir
    private Path folder = Path.of("");

    private @Nullable JobBench set;

    @BeforeEach
    void setUp() throws IOException {
        set = new JobBench(folder);
    }

    @AfterEach
    void close() {
        bench().close();
    }

    private JobBench bench() {
        return Objects.requireNonNull(set);
    }

    private RunEnd run(Interference interference) {
        return bench().run(interference);
    }

    private void sql(String statement) {
        bench().sql(statement);
    }

    private void assertCompleteAtTheNextTry() {
        RunEnd end = run(new Interference());
        assertThat(end.status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(end.run()).isEqualTo(1);
        assertThat(counts(end).found()).isEqualTo(50);
        assertThat(counts(end).pending()).isZero();
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

    /** Tried by taking the work of SourcePlace.requireThere out: the run was complete, with losses (exit 3). */
    @Test
    void aSourceThatGoesAwayFailsTheRunAndLosesNothing() {
        Path away = folder.resolve("away");
        RunEnd end = run(new Interference().at("examine", () -> move(bench().source(), away)));
        assertThat(end.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(end.reason()).isEqualTo("SOURCE_LOST");
        assertThat(counts(end).pending()).isEqualTo(50);
        move(away, bench().source());
        assertCompleteAtTheNextTry();
    }

    /** Tried by asking only whether a folder is there: the run did not fail. */
    @Test
    void anEmptyMountPointInTheSourcesPlaceIsNotTakenForIt() {
        Path away = folder.resolve("away");
        RunEnd end = run(new Interference().at("examine", () -> {
            move(bench().source(), away);
            makeFolder(bench().source());
        }));
        assertThat(end.reason()).isEqualTo("SOURCE_LOST");
        assertThat(counts(end).unreadable()).isZero();
        assertThat(bench().source().toFile().delete()).isTrue();
        move(away, bench().source());
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
        new BatchInfrastructure(bench().database())
                .repository()
                .createJobInstance(ImportJob.NAME, BatchInfrastructure.parameters(1));
        assertCompleteAtTheNextTry();
    }

    @Test
    void aStopAtAnyStepIsNotTakenForTheEnd() {
        for (String step : new String[] {"inventory", "examine", "duplicates", "identify", "reconcile", "report"}) {
            StopRequest stop = new StopRequest();
            RunEnd end = bench().run(stop, new Interference().at(step, () -> stop.stop(ExitCode.TERMINATED)));
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

    @Test
    void aDatabaseThatFailsIsToldWithoutItsStatements() {
        RunEnd end = run(new Interference().at("duplicates", () -> sql("drop table near_duplicate cascade")));
        assertThat(end.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(end.reason()).isEqualTo("STORAGE");
        assertThat(end.detail()).contains("make room", "then run resume").doesNotContain("near_duplicate", "SQL");
    }

    @Test
    void countsThatNobodyCanTellAreNotToldAsZero() {
        RunEnd end = run(new Interference().at("reconcile", () -> sql("drop table source_file cascade")));
        assertThat(end.reason()).isEqualTo("STORAGE");
        assertThat(end.counts()).isNull();
        assertThat(end.duplicates()).isNull();
    }

    /** Tried by taking the work of Canary.workerDied out: the run was complete, with losses (exit 3). */
    @Test
    void workersThatDieOnASoundPhotoTooStopTheRunAndQuarantineNothing() {
        RunEnd end = bench().run(new Interference(), Duration.ofMillis(1), Clock.systemUTC());
        assertThat(end.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(end.reason()).isEqualTo("WORKERS");
        assertThat(end.detail()).contains("die on a photo that is known to be sound", "then resume");
        assertThat(counts(end).pending()).isEqualTo(50);
        assertCompleteAtTheNextTry();
    }

    @Test
    void aStopComesBeforeTheFailureThatFollowsIt() {
        StopRequest stop = new StopRequest();
        RunEnd end = bench().run(stop, new Interference().at("reconcile", () -> {
                    stop.stop(ExitCode.TERMINATED);
                    sql("drop table source_file cascade");
                }));
        assertThat(end.status()).isEqualTo(RunStatus.FAILED);
        assertThat(end.exitCode()).isEqualTo(ExitCode.TERMINATED);
    }
}
