package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.SmallPhotos;

class StopIT {

    private static final int FILES = 1_500;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void stopEndsTheRunAtItsNextChunkAndResumeFinishesIt() throws IOException {
        Path source = Files.createDirectory(folder.resolve("leak"));
        SmallPhotos.fill(source, FILES);
        Photoledger program = new Photoledger(Files.createDirectory(folder.resolve("run")));
        Photoledger asking = beside(program);
        assertThat(asking.run("stop", "--json").exitCode())
                .as("no run is at work")
                .isEqualTo(10);

        Process process = program.start(
                "import", source.toString(), "--json", "--text", "off", "--workers", "1", "--config", smallChunks());
        program.awaitOutput("\"step\":\"examine\"");
        assertThat(asking.run("stop", "7").errors()).contains("Run 7 is not at work; run 1 is.");
        Photoledger.Ended asked = asking.run("stop", "--json");
        assertThat(asked.exitCode()).as(asked.errors()).isZero();
        assertThat(asked.lines().get(0)).contains("\"type\":\"stop\"", "\"run\":1");

        Photoledger.Ended stopped = program.ended(process);
        assertThat(stopped.exitCode()).as(stopped.errors()).isEqualTo(5);
        assertThat(stopped.lastLine()).contains("\"status\":\"STOPPED\"", "\"exitCode\":5");
        assertThat(stopped.number("pending")).isPositive();
        Photoledger.Ended resumed = program.run("resume", "--json");
        assertThat(resumed.exitCode()).as(resumed.errors()).isZero();
        assertThat(resumed.number("names")).isEqualTo(FILES);
    }

    private String smallChunks() throws IOException {
        return Files.writeString(folder.resolve("small.yml"), "photoledger: {import: {chunk-size: 8}}")
                .toString();
    }

    /** Another command on the same home, whose output is kept elsewhere. */
    private Photoledger beside(Photoledger program) throws IOException {
        return program.beside(Files.createDirectory(folder.resolve("beside")));
    }
}
