package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.photoledger.custody.LedgerFile;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.Restored;
import org.photoledger.testing.SharedFiles;
import org.photoledger.testing.SmallPhotos;

/** A backup that is asked of a living run, which serves it, ends or dies. */
class LiveBackupFaultsIT {

    @TempDir
    private static Path shared = Path.of("");

    @TempDir
    private Path folder = Path.of("");

    private static Path source = Path.of("");
    private static Path settings = Path.of("");
    private static Map<String, String> uninterrupted = Map.of();

    @BeforeAll
    static void importWithoutInterruption() throws IOException {
        source = Files.createDirectory(shared.resolve("leak"));
        SmallPhotos.fill(source, 100);
        settings = Files.writeString(
                shared.resolve("settings.yml"),
                "photoledger: {import: {chunk-size: 4, inventory-chunk-size: 20}, workers: {count: 1}}");
        Photoledger program = new Photoledger(shared);
        assertThat(ended(program, importing(program)).exitCode()).isZero();
        uninterrupted = program.export();
    }

    private static Process importing(Photoledger program) {
        return program.start("import", source.toString(), "--text", "off", "--json", "--config", settings.toString());
    }

    private static Photoledger.Ended ended(Photoledger program, Process process) {
        return program.ended(process);
    }

    /** The backup of a home, by another program than the one that runs on it. */
    private Process backup(Photoledger other, Path home, Path target) {
        return other.start(List.of(
                SharedFiles.repository().resolve("photoledger").toString(),
                "backup",
                target.toString(),
                "--home",
                home.toString()));
    }

    /** Tried by serving nothing between chunks: the command took the backup after the run's end. */
    @ParameterizedTest
    @ValueSource(strings = {"inventory", "examine"})
    void aLivingRunTakesItAtItsNextChunkAndTheRestoredHomeResumes(String step) throws IOException {
        Photoledger program = new Photoledger(Files.createDirectory(folder.resolve("live")));
        Photoledger other = new Photoledger(Files.createDirectory(folder.resolve("other")));
        Path backup = folder.resolve("case.zip");
        Process run = importing(program);
        program.awaitOutput("\"" + step + "\"");
        Photoledger.Ended taken = other.ended(backup(other, program.home(), backup));
        assertThat(taken.exitCode()).as(taken.errors()).isZero();
        assertThat(taken.errors()).doesNotContain("the run ended");
        boolean alive = run.isAlive();
        assertThat(ended(program, run).exitCode()).isZero();
        assertThat(program.export()).isEqualTo(uninterrupted);
        assertThat(Files.readString(LedgerFile.in(program.home()))).contains("\"type\":\"backup\"");
        assertThat(program.home().resolve("requests")).isEmptyDirectory();

        Photoledger restored = Restored.from(backup, folder.resolve("restored"));
        Photoledger.Ended verified = restored.run("verify", "--rehash");
        assertThat(verified.exitCode()).as(verified.lines().toString()).isZero();
        assertThat(verified.errors()).doesNotContain("void");
        Photoledger.Ended resumed = restored.run("resume", "--json", "--config", settings.toString());
        assertThat(resumed.exitCode()).as(resumed.errors()).isZero();
        assertThat(restored.export()).isEqualTo(uninterrupted);
        System.out.printf("backup asked in step %s: %s, run alive after it: %s%n", step, taken.errors(), alive);
    }

    /** Tried by giving up there: the command failed. */
    @Test
    void aRunThatDiesBeforeItServedLeavesTheBackupToTheCommand() throws IOException, InterruptedException {
        Photoledger program = new Photoledger(Files.createDirectory(folder.resolve("live")));
        Photoledger other = new Photoledger(Files.createDirectory(folder.resolve("other")));
        Path backup = folder.resolve("case.zip");
        Process run = importing(program);
        program.awaitOutput("\"examine\"");
        Photoledger.signal("STOP", run.pid());
        Process asking = backup(other, program.home(), backup);
        await(other, "a run is at work");
        Photoledger.signal("KILL", -run.pid());
        run.waitFor();
        Photoledger.Ended taken = other.ended(asking);
        assertThat(taken.exitCode()).as(taken.errors()).isZero();
        assertThat(taken.errors()).contains("the run ended before it took the backup");
        Photoledger restored = Restored.from(backup, folder.resolve("restored"));
        assertThat(restored.run("verify").exitCode()).isZero();
        assertThat(restored.run("resume", "--config", settings.toString()).exitCode())
                .isZero();
        assertThat(restored.export()).isEqualTo(uninterrupted);
    }

    /** Tried by not removing the request at the end of the asking command: the run wrote a backup that nobody waited for. */
    @Test
    void whatIsNoLongerAskedIsNotServed() throws IOException, InterruptedException {
        Photoledger program = new Photoledger(Files.createDirectory(folder.resolve("live")));
        Photoledger other = new Photoledger(Files.createDirectory(folder.resolve("other")));
        Path backup = folder.resolve("case.zip");
        Process run = importing(program);
        program.awaitOutput("\"examine\"");
        Photoledger.signal("STOP", run.pid());
        Process asking = backup(other, program.home(), backup);
        await(other, "a run is at work");
        Photoledger.signal("TERM", asking.pid());
        assertThat(asking.waitFor(30, TimeUnit.SECONDS)).isTrue();
        Photoledger.signal("CONT", run.pid());
        assertThat(ended(program, run).exitCode()).isZero();
        assertThat(backup).doesNotExist();
        assertThat(program.home().resolve("requests")).isEmptyDirectory();
    }

    private void await(Photoledger other, String words) throws IOException, InterruptedException {
        Path errors = other.home().resolveSibling("stderr");
        Path requests = folder.resolve("live/home/requests");
        while (!Files.readString(errors, StandardCharsets.UTF_8).contains(words) || isEmpty(requests)) {
            Thread.sleep(50);
        }
    }

    private static boolean isEmpty(Path requests) throws IOException {
        try (var files = Files.list(requests)) {
            return files.noneMatch(file -> file.toString().endsWith(".request"));
        } catch (java.nio.file.NoSuchFileException e) {
            return true;
        }
    }
}
