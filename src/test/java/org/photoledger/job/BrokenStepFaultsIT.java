package org.photoledger.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.photoledger.job.JobBench.counts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.photoledger.custody.LedgerFile;
import org.photoledger.export.Exporter;
import org.photoledger.job.JobBench.Interference;
import org.photoledger.verify.Verification;

/** A step that is broken off in the middle never ends as complete with files undecided, and a resume ends as if nothing had been. */
class BrokenStepFaultsIT {

    private static Map<String, String> whole = Map.of();

    @TempDir
    private Path folder = Path.of("");

    /** A write that fails once, the n-th of its table. */
    public static final class OnceFailing implements Trigger {

        static final AtomicInteger LEFT = new AtomicInteger();

        @Override
        public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after)
                throws SQLException {
            if (LEFT.getAndDecrement() == 1) {
                throw new SQLException("a write that fails once");
            }
        }
    }

    @BeforeAll
    static void anUninterruptedRun(@TempDir Path other) throws IOException {
        try (JobBench bench = new JobBench(other)) {
            assertThat(bench.run(new Interference()).exitCode()).isZero();
            whole = export(bench);
        }
    }

    private static Map<String, String> export(JobBench bench) throws IOException {
        Path tables = bench.home().resolveSibling("export");
        new Exporter(bench.database()).export(Exporter.Format.JSONL, tables);
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(tables)) {
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }

    private static void assertFailedResumable(RunEnd end) {
        assertThat(end.status()).isEqualTo(RunStatus.FAILED);
        assertThat(end.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(end.detail()).contains("run resume");
    }

    /** Tried by taking the failure for a success in ExaminedFileWriter (a catch around its work): the run then ends as BOOKS. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert on photo",
                "update on source_file",
                "insert on metadata_value",
                "update on batch_step_execution"
            })
    void aWriteThatFailsOnceInAChunkFailsTheRunAndAResumeEndsInTheSameExport(String write) throws IOException {
        try (JobBench bench = new JobBench(folder)) {
            bench.sql("create trigger once_failing before " + write + " for each row call '"
                    + OnceFailing.class.getName() + "'");
            int failures = 0;
            // in each launch at a later write than before, until the run is through
            for (int at = 1; at <= 1 << 20; at *= 3) {
                int nth = at;
                RunEnd end = bench.run(new Interference().at("examine", () -> OnceFailing.LEFT.set(nth)));
                if (OnceFailing.LEFT.get() > 0) {
                    assertThat(end.status()).isEqualTo(RunStatus.COMPLETE);
                    break;
                }
                assertFailedResumable(end);
                failures++;
            }
            assertThat(failures).isPositive();
            assertThat(export(bench)).isEqualTo(whole);
            assertThat(new Verification(bench.database(), LedgerFile.in(bench.home()))
                            .verify(true)
                            .mismatches())
                    .isEmpty();
        }
    }

    /**
     * Tried with isInterrupted taken out of StopRequest.checkInterrupted: the test passes all the same, since an interrupt
     * closes the files of H2 and of the ledger under the thread, which fails the run too.
     */
    @ParameterizedTest
    @ValueSource(strings = {"inventory", "examine", "duplicates", "report"})
    void anInterruptOfTheStepsThreadIsNotTakenForTheEnd(String step) throws IOException {
        assertInterrupted(new Interference().at(step, Thread.currentThread()::interrupt));
    }

    @Test
    void anInterruptInTheMiddleOfTheChunksIsNotTakenForTheEnd() throws IOException {
        assertInterrupted(new Interference().afterSettled(20, Thread.currentThread()::interrupt));
    }

    private void assertInterrupted(Interference interrupt) throws IOException {
        try (JobBench bench = new JobBench(folder)) {
            RunEnd end = bench.run(interrupt);
            Thread.interrupted();
            assertThat(end.status()).isEqualTo(RunStatus.FAILED);
        }
        try (JobBench bench = JobBench.again(folder)) {
            RunEnd end = bench.run(new Interference());
            assertThat(end.status()).isEqualTo(RunStatus.COMPLETE);
            assertThat(counts(end).pending()).isZero();
            assertThat(export(bench)).isEqualTo(whole);
        }
    }
}
