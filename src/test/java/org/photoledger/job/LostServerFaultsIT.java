package org.photoledger.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.photoledger.job.JobBench.counts;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.custody.LedgerFile;
import org.photoledger.job.JobBench.Interference;
import org.photoledger.store.DatabaseSettings;
import org.photoledger.verify.Verification;

/** A server that goes away in the middle of a run and comes back, with what was committed. */
class LostServerFaultsIT {

    @TempDir
    private Path folder = Path.of("");

    private @Nullable EmbeddedPostgres server;

    private void start() {
        try {
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(folder.resolve("server"))
                    .setCleanDataDirectory(false)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void stop() {
        try {
            Objects.requireNonNull(server).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DatabaseSettings settings() {
        String url = Objects.requireNonNull(server).getJdbcUrl("postgres", "postgres");
        return new DatabaseSettings(url, null, null, true);
    }

    /**
     * Tried without the branch for STORAGE in RunFailure: the reason was INTERNAL. Without the catch in RunLaunch.closeUnfinished the test passes all the same, since ImportRunner tells
     * the same end of whatever a launch throws.
     */
    @Test
    void aServerThatStopsInTheMiddleFailsTheRunAndAResumeEndsIt() throws IOException {
        start();
        try (JobBench bench = JobBench.on(folder, settings())) {
            RunEnd end = bench.run(new Interference().afterSettled(20, this::stop));
            assertThat(end.status()).isEqualTo(RunStatus.FAILED);
            assertThat(end.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(end.reason()).isEqualTo("STORAGE");
            assertThat(end.counts()).isNull();
        }
        start();
        try (JobBench bench = JobBench.again(folder, settings())) {
            long before = bench.database().sourceFiles().pending(1, 0, 100).size();
            assertThat(before).as("what was committed before stays").isBetween(1L, 40L);
            RunEnd end = bench.run(new Interference());
            assertThat(end.run()).isEqualTo(1);
            assertThat(end.status()).isEqualTo(RunStatus.COMPLETE);
            assertThat(counts(end).found()).isEqualTo(50);
            assertThat(Files.readString(bench.home().resolve("reports/run-1.json")))
                    .as("the tests' server runs without fsync")
                    .contains("\"databaseMayLoseWhatItAcknowledged\" : true");
            assertThat(new Verification(bench.database(), LedgerFile.in(bench.home()))
                            .verify(true)
                            .mismatches())
                    .isEmpty();
        }
    }
}
