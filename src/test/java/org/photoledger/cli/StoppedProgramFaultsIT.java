package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.photoledger.job.ExitCode;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.SharedFiles;
import org.photoledger.testing.SmallPhotos;

/** A program that is stopped and goes on, that another wants the home of, or that has too little memory. */
class StoppedProgramFaultsIT {

    private static final int PHOTOS = 1_000;

    private static Path leak = Path.of("");
    private static Map<String, String> whole = Map.of();

    @TempDir
    private Path folder = Path.of("");

    private Photoledger program = new Photoledger(folder);

    @BeforeAll
    static void anUninterruptedImport(@TempDir Path other) throws IOException {
        leak = Files.createDirectory(other.resolve("leak"));
        SmallPhotos.fill(leak, PHOTOS);
        Photoledger undisturbed = new Photoledger(other);
        assertThat(undisturbed.run("import", leak.toString(), "--text", "off").exitCode())
                .isZero();
        whole = undisturbed.export();
    }

    @BeforeEach
    void aHome() {
        program = new Photoledger(folder);
    }

    private Process examining(String... more) {
        List<String> arguments = new ArrayList<>(List.of("import", leak.toString(), "--text", "off", "--json"));
        arguments.addAll(List.of(more));
        Process process = program.start(arguments.toArray(String[]::new));
        program.awaitOutput("\"step\":\"examine\"");
        return process;
    }

    private void assertWhole(Photoledger.Ended ended) {
        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        assertThat(program.export()).isEqualTo(whole);
    }

    /** Negative: the whole group, as a Ctrl-Z does. Tried without the branch for a late alarm (AlarmTest): the report told of two lost workers. */
    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void aProgramThatIsStoppedForLongerThanItsDeadlinesLosesNothing(int group) throws Exception {
        Path settings = Files.writeString(folder.resolve("s.yml"), "photoledger: {workers: {deadline: 5s}}");
        Process process = examining("--config", settings.toString());
        Thread.sleep(1_000);
        Photoledger.signal("STOP", group * process.pid());
        Thread.sleep(9_000);
        assertThat(process.isAlive()).isTrue();
        Photoledger.signal("CONT", group * process.pid());
        assertWhole(program.ended(process));
        assertThat(Files.readString(program.home().resolve("reports/run-1.json")))
                .contains("\"workersLostInLastLaunch\" : \"{}\"");
    }

    /** Tried with a lock file of each process's own: the second exited 12, kept out by H2's own lock. */
    @Test
    void aSecondImportIsRefusedAndTheFirstDoesNotNotice() {
        Process first = examining();
        String printed = program.printed();
        Photoledger.Ended second = new Second(folder).run();
        assertThat(second.exitCode()).isEqualTo(ExitCode.LOCKED);
        assertThat(second.errors())
                .contains("Another command holds the home", "(import, process ")
                .hasLineCount(1);
        assertThat(printed).contains("run.started");
        assertWhole(program.ended(first));
    }

    /** The same home, its output kept apart. */
    private record Second(Path folder) {

        Photoledger.Ended run() {
            Path apart = folder.resolve("second");
            try {
                Files.createDirectories(apart);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Photoledger other = new Photoledger(apart);
            return other.ended(other.start(List.of(
                    SharedFiles.repository().resolve("photoledger").toString(),
                    "import",
                    leak.toString(),
                    "--lock-wait",
                    "0s",
                    "--home",
                    folder.resolve("home").toString())));
        }
    }

    /** Tried by taking the cases for OutOfMemoryError out of Main and RunFailure: a stack was told. */
    @Test
    void aProgramWithoutMemorySaysSoAndGoesOnWithMore() {
        int failedRuns = 0;
        for (int megabytes : new int[] {14, 16, 18}) {
            Photoledger.Ended ended = program.ended(program.start(List.of(
                    "env",
                    "PHOTOLEDGER_JAVA_OPTIONS=-XX:TieredStopAtLevel=1 -Xmx" + megabytes + "m",
                    SharedFiles.repository().resolve("photoledger").toString(),
                    "import",
                    leak.toString(),
                    "--text",
                    "off",
                    "--json",
                    "--home",
                    program.home().toString())));
            // H2 may be what fails of it, and tells no more than that, before a run begins or in it
            assertThat(ended.exitCode()).as(ended.lines() + ended.errors()).isIn(1, 12);
            String told = ended.errors().isEmpty() ? ended.lastLine() : ended.errors();
            assertThat(told)
                    .containsPattern("ran out of memory|cannot be|gives no answer")
                    .hasLineCount(1);
            failedRuns += told.contains("ran out of memory") ? 1 : 0;
        }
        assertThat(failedRuns).isPositive();
        assertWhole(program.run("resume", "--json"));
    }
}
