package org.photoledger.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.photoledger.source.Reason;
import org.photoledger.testing.Pictures;

/** Real worker processes and what can befall them. */
class WorkerPoolIT {

    private static final int DEADLINE_SECONDS = 2;

    @TempDir
    private Path folder = Path.of("");

    private WorkerPool pool() {
        return pool(FaultyWorker.class);
    }

    private WorkerPool pool(Class<?> worker) {
        WorkerSettings settings = new WorkerSettings(
                1,
                Duration.ofSeconds(DEADLINE_SECONDS),
                64,
                256,
                1 << 20,
                2,
                folder.resolve("workers"),
                Confinement.ofThisSystem(),
                ExaminationSettings.defaults());
        return new WorkerPool(settings, worker.getName(), FaultyOpener.class.getName());
    }

    /** The one worker of this test's pool: a server of other tests may be a child of ours too. */
    private long worker() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info()
                        .commandLine()
                        .orElse("")
                        .contains(folder.resolve("workers").toString()))
                .findFirst()
                .orElseThrow()
                .pid();
    }

    private static byte[] command(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Tried without the exit code by which Java tells that its heap is full: MEMORY was a WORKER_DIED. By letting workers grow
     * (WorkerProcess.keepWithin): NATIVE_MEMORY was examined.
     */
    @ParameterizedTest
    @CsvSource({
        "HANG, DEADLINE",
        "EXIT, WORKER_DIED",
        "SEGV, WORKER_DIED",
        "MEMORY, OUT_OF_MEMORY",
        "NATIVE_MEMORY, OUT_OF_MEMORY",
        "GARBAGE, WORKER_DIED",
        "BUG, WORKER_DIED",
        "NO_CLASS, WORKER_DIED"
    })
    void aFaultCostsTwoAttemptsAndTheNextFileIsExamined(String fault, Reason reason) {
        try (WorkerPool pool = pool()) {
            assertThat(pool.examine(command(fault))).isEqualTo(new Examination.Lost(reason, 2));
            assertThat(pool.examine(command("ECHO"))).isInstanceOf(Examination.Examined.class);
            assertThat(pool.statistics().lost()).containsEntry(reason, 2);
        }
        assertThat(folder.resolve("workers")).doesNotExist();
    }

    /** Tried by taking the work of Canary.workerDied out: the file was lost, and nothing thrown. */
    @Test
    void workersThatDieOnASoundPhotoTooAreAtFaultAndNotTheFile() {
        try (WorkerPool pool = pool(FaultyWorker.OnEveryFile.class)) {
            assertThatThrownBy(() -> pool.examine(command("ECHO")))
                    .isInstanceOf(WorkersUnusableException.class)
                    .hasMessageContaining("die on a photo that is known to be sound (3 in a row)")
                    .hasMessageContaining("the decoder of this machine is broken");
        }
    }

    /** Tried by taking such a worker for one that its file has killed: the sound photo was blamed, which it had never been given. */
    @Test
    void workersThatDieBeforeTheyAreReadyAreAtFaultAndNotTheFile() {
        try (WorkerPool pool = pool(FaultyWorker.Stillborn.class)) {
            assertThatThrownBy(() -> pool.examine(command("ECHO")))
                    .isInstanceOf(WorkersUnusableException.class)
                    .hasMessageContaining("die before they are ready (3 in a row)")
                    .hasMessageContaining("no room for the heap");
        }
    }

    /** Tried by giving the canary no attempt: the third death in a row was the machine's fault. */
    @Test
    void aFolderFullOfHostileFilesCostsNoMoreThanItsFiles() {
        try (WorkerPool pool = pool()) {
            for (int file = 0; file < 3; file++) {
                assertThat(pool.examine(command("EXIT"))).isEqualTo(new Examination.Lost(Reason.WORKER_DIED, 2));
            }
            assertThat(pool.statistics().lost()).containsEntry(Reason.WORKER_DIED, 6);
        }
    }

    /** A worker that the system stops counts as one that hangs. Tried with an alarm that does not ring: the file was waited for, to the test's own end. */
    @Test
    void aWorkerThatIsStoppedBeyondItsDeadlineCostsOneAttempt() throws Exception {
        try (WorkerPool pool = pool()) {
            assertThat(pool.examine(command("ECHO")).attempts()).isEqualTo(1);
            long worker = worker();
            new ProcessBuilder("kill", "-STOP", Long.toString(worker)).start().waitFor();
            CompletableFuture<Examination> second = CompletableFuture.supplyAsync(() -> pool.examine(command("ECHO")));
            assertThat(second.get(60, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(
                            Examination.Examined.class,
                            examined -> assertThat(examined.attempts()).isEqualTo(2));
            assertThat(pool.statistics().lost()).isEqualTo(Map.of(Reason.DEADLINE, 1));
        }
    }

    @Test
    void theSoundPhotoIsADrawingOfOurOwn() {
        assertThat(Canary.photo()).isEqualTo(Pictures.jpeg(Pictures.drawn(6, 96, 64), 0.7f));
    }

    @Test
    void memoryBesideTheHeapWithinTheBoundCostsNothing() {
        try (WorkerPool pool = pool()) {
            assertThat(pool.examine(command("SOME_NATIVE_MEMORY")).attempts()).isEqualTo(1);
        }
    }

    @Test
    void aWorkerHasNoNewPrivilegesAndNoNetworkWhereItIsConfinedSo() throws Exception {
        try (WorkerPool pool = pool()) {
            assertThat(pool.examine(command("ECHO")).attempts()).isEqualTo(1);
            long worker = worker();
            String applied = pool.confinement();
            assertThat(Files.readString(Path.of("/proc/" + worker + "/status")).contains("NoNewPrivs:\t1"))
                    .isEqualTo(applied.matches("[^;]*no new privileges.*"));
            assertThat(Files.readSymbolicLink(Path.of("/proc/" + worker + "/ns/net"))
                            .equals(Files.readSymbolicLink(Path.of("/proc/self/ns/net"))))
                    .isNotEqualTo(applied.matches("[^;]*no network.*"));
        }
    }

    @Test
    void theLongestAttemptIsToldAndLastsToItsDeadlineAtLeast() {
        try (WorkerPool pool = pool()) {
            assertThat(pool.statistics().longestAttempt()).isZero();
            pool.examine(command("ECHO"));
            assertThat(pool.statistics().longestAttempt()).isPositive();
            pool.examine(command("HANG"));
            assertThat(pool.statistics().longestAttempt()).isGreaterThanOrEqualTo(DEADLINE_SECONDS);
        }
    }

    @Test
    void signalsToAWorkerAreIgnored() throws Exception {
        try (WorkerPool pool = pool()) {
            assertThat(pool.examine(command("ECHO")).attempts()).isEqualTo(1);
            long worker = worker();
            for (String signal : new String[] {"INT", "TERM", "HUP"}) {
                new ProcessBuilder("kill", "-" + signal, Long.toString(worker))
                        .start()
                        .waitFor();
            }
            assertThat(pool.examine(command("ECHO")).attempts()).isEqualTo(1);
            assertThat(pool.statistics().started()).isEqualTo(1);
        }
    }

    @Test
    void aStopAbandonsWhatIsStillInWorkAndCountsNothing() throws Exception {
        try (WorkerPool pool = pool()) {
            assertThat(pool.examine(command("ECHO")).attempts()).isEqualTo(1);
            CompletableFuture<Examination> hanging = CompletableFuture.supplyAsync(() -> pool.examine(command("HANG")));
            Thread.sleep(200);
            pool.stop();
            assertThat(hanging.get(5, TimeUnit.SECONDS)).isEqualTo(new Examination.Abandoned());
            assertThat(pool.statistics().lost()).isEmpty();
            assertThat(pool.examine(command("ECHO"))).isEqualTo(new Examination.Abandoned());
        }
    }
}
