package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.ScanBomb;
import org.photoledger.testing.SmallPhotos;
import tools.jackson.databind.ObjectMapper;

/** A worker's death costs its file one attempt, and a file that takes two workers with it costs only itself. */
class LostWorkerFaultsIT {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFileWhoseWorkerIsKilledIsExaminedAtItsSecondAttempt() throws IOException, InterruptedException {
        Path source = Files.createDirectory(folder.resolve("leak"));
        SmallPhotos.fill(source, 1_000);
        Photoledger program = new Photoledger(folder);
        Process process = program.start("import", source.toString(), "--workers", "1", "--json");
        ProcessHandle worker = busyWorker(program);
        // a stopped worker is sure to hold a file when it is killed
        Photoledger.signal("STOP", worker.pid());
        Thread.sleep(500);
        Photoledger.signal("KILL", worker.pid());

        Photoledger.Ended ended = program.ended(process);

        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        assertThat(ended.number("quarantined")).isZero();
        assertThat(ended.number("pending")).isZero();
        List<String> twice = program.run("files", "--json").lines().stream()
                .filter(line -> line.contains("\"attempts\":2"))
                .toList();
        assertThat(twice).hasSize(1);
        assertThat(Files.readString(program.home().resolve("logs/run-1.log")))
                .containsPattern("\\[examine-1\\] [.\\w]+ file [0-9]+: a worker was lost: WORKER_DIED")
                .containsPattern("\\[examine-1\\] [.\\w]+ file [0-9]+: worker process [0-9]+ started");
    }

    private static ProcessHandle busyWorker(Photoledger program) throws InterruptedException {
        // by its processor time, not by the clock: a worker that is still starting holds no file
        Duration started = Duration.ofSeconds(4);
        while (program.workers().stream()
                .noneMatch(worker -> processorTime(worker).compareTo(started) > 0)) {
            Thread.sleep(50);
        }
        return program.workers().get(0);
    }

    private static Duration processorTime(ProcessHandle worker) {
        return worker.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Test
    void aFileThatHangsTwoWorkersIsQuarantinedAndTheRestIsRecorded() throws IOException {
        Path source = Files.createDirectory(folder.resolve("leak"));
        SmallPhotos.fill(source, 30);
        Files.write(source.resolve("bomb.jpg"), ScanBomb.jpeg(20_000));
        Path settings = Files.writeString(
                folder.resolve("settings.yml"),
                "photoledger:\n  limits:\n    scans: 50000\n  workers:\n    deadline: 6s\n");
        Photoledger program = new Photoledger(folder);

        Photoledger.Ended ended = program.run("import", source.toString(), "--config", settings.toString(), "--json");

        assertThat(ended.exitCode()).as(ended.errors()).isEqualTo(3);
        assertThat(ended.number("quarantined")).isEqualTo(1);
        assertThat(ended.number("recorded") + ended.number("duplicate")).isEqualTo(30);
        assertThat(ended.lines()).anyMatch(line -> line.contains("bomb.jpg") && line.contains("DEADLINE"));
        double longest = new ObjectMapper()
                .readTree(program.home().resolve("reports/run-1.json").toFile())
                .get("longestAttemptInLastLaunch")
                .asDouble();
        assertThat(longest).as("seconds, of which two are for its end").isBetween(6.0, 8.0);
    }

    @Test
    void theSameFileIsRefusedAtOnceByTheDefaultLimit() throws IOException {
        Path source = Files.createDirectory(folder.resolve("leak"));
        Files.write(source.resolve("bomb.jpg"), ScanBomb.jpeg(2_000));
        Photoledger program = new Photoledger(folder);

        Photoledger.Ended ended = program.run("import", source.toString(), "--json");

        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        assertThat(program.export().get("findings.jsonl")).contains("SCAN_LIMIT");
    }
}
