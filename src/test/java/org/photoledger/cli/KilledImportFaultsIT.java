package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.SmallPhotos;

/** A run that was killed any number of times ends in the same result as one that was not. */
class KilledImportFaultsIT {

    @TempDir
    private static Path shared = Path.of("");

    @TempDir
    private Path folder = Path.of("");

    private static UninterruptedImport uninterrupted = new UninterruptedImport(Path.of(""), 0, Map.of());

    @BeforeAll
    static void importWithoutInterruption() throws IOException {
        uninterrupted = UninterruptedImport.of(shared, 1_200);
    }

    @Test
    void tenKillsAndResumesGiveTheSameExport() throws InterruptedException {
        Photoledger program = new Photoledger(folder);
        Random random = new Random(20130405);
        int undone = 0;
        for (int kill = 0; kill < 10; kill++) {
            Process process = kill == 0
                    ? program.start("import", uninterrupted.source().toString(), "--json")
                    : program.start("resume");
            if (kill == 0) {
                // before that there is no run that a resume could find
                program.awaitOutput("run.started");
            }
            boolean ended = process.waitFor(1_000 + random.nextInt(1_500), TimeUnit.MILLISECONDS);
            undone += ended ? 0 : 1;
            Photoledger.signal("KILL", process.pid());
            process.waitFor();
            UninterruptedImport.assertNoWorkerOutlives(program);
        }
        Photoledger.Ended last = program.run("resume", "--json");

        assertThat(undone).as("kills that left work undone").isGreaterThanOrEqualTo(8);
        assertThat(last.exitCode()).as(last.lines() + last.errors()).isZero();
        assertThat(last.number("quarantined")).isZero();
        assertThat(last.number("names")).isEqualTo(uninterrupted.names());
        assertThat(program.export()).isEqualTo(uninterrupted.export());
        UninterruptedImport.assertVerified(program);
    }

    @Test
    void aKillWhileTheHomeIsMadeLeavesNothingThatTheNextImportCannotTake() throws IOException, InterruptedException {
        Path few = Files.createDirectory(folder.resolve("few"));
        SmallPhotos.fill(few, 5);
        for (int millis = 400; millis <= 2_000; millis += 200) {
            Photoledger program = new Photoledger(Files.createDirectory(folder.resolve("after-" + millis)));
            Process process = program.start("import", few.toString());
            process.waitFor(millis, TimeUnit.MILLISECONDS);
            Photoledger.signal("KILL", process.pid());
            process.waitFor();
            Photoledger.Ended next = program.run("import", few.toString(), "--json");
            assertThat(next.exitCode())
                    .as(millis + " ms: " + next.lines() + next.errors())
                    .isZero();
            assertThat(next.number("names")).isEqualTo(5);
        }
    }

    /** Tried by handling no signal: the exit code was the same, and the last line told of no end. */
    @Test
    void sigtermStopsWithinThreeSecondsAndResumeFinishes() throws InterruptedException {
        stopAndResume("TERM", 1, 143);
    }

    @Test
    void ctrlCToTheWholeGroupStopsWithinThreeSecondsAndResumeFinishes() throws InterruptedException {
        stopAndResume("INT", -1, 130);
    }

    private void stopAndResume(String signal, int sign, int exitCode) throws InterruptedException {
        Photoledger program = new Photoledger(folder);
        Process process = program.start("import", uninterrupted.source().toString(), "--json");
        program.awaitOutput("\"step\":\"examine\"");
        boolean ended = process.waitFor(1_500, TimeUnit.MILLISECONDS);
        assertThat(ended).as("the import was still at work").isFalse();
        Photoledger.signal(signal, sign * process.pid());
        assertThat(process.waitFor(3, TimeUnit.SECONDS)).as("stopped in time").isTrue();
        Photoledger.Ended stopped = program.ended(process);
        assertThat(stopped.exitCode()).isEqualTo(exitCode);
        assertThat(stopped.lastLine()).contains("\"run.finished\"", "\"STOPPED\"", "\"exitCode\":" + exitCode);
        assertThat(stopped.number("pending")).isPositive();
        UninterruptedImport.assertNoWorkerOutlives(program);

        Photoledger.Ended resumed = program.run("resume", "--json");

        assertThat(resumed.exitCode()).as(resumed.errors()).isZero();
        assertThat(resumed.number("quarantined")).isZero();
        assertThat(program.export()).isEqualTo(uninterrupted.export());
    }
}
