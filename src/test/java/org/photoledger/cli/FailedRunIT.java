package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.SmallPhotos;

/** A run that fails is told in one sentence; how it came about stands in the home's log, without what the files hold. */
class FailedRunIT {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aStatusAndALogThatCannotBeWrittenStopNoRun() throws IOException {
        Path source = Files.createDirectory(folder.resolve("leak"));
        SmallPhotos.fill(source, 5);
        Photoledger program = new Photoledger(folder);
        Files.createDirectories(program.home().resolve("status.json.tmp/x"));
        Files.createFile(program.home().resolve("logs"));

        Photoledger.Ended ended = program.run("import", source.toString(), "--text", "off", "--json");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.errors()).contains("status.json cannot be written");
        assertThat(ended.number("pending")).isZero();
        assertThat(program.home().resolve("reports/run-1.html")).isNotEmptyFile();
    }

    @Test
    void aFailureIsOneSentenceOnStandardErrorAndItsStackIsInTheLog() throws IOException {
        Path source = Files.createDirectory(folder.resolve("leak"));
        SmallPhotos.fill(source, 5);
        Photoledger program = new Photoledger(folder);
        Files.createDirectories(program.home().resolve("reports/run-1.html/x"));

        Photoledger.Ended ended = program.run("import", source.toString(), "--text", "off", "--json");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.errors())
                .startsWith("photoledger: run 1 failed, STORAGE: ")
                .contains("make room")
                .hasLineCount(1);
        assertThat(ended.lastLine()).contains("\"run.finished\"", "\"STORAGE\"", "\"found\":5");
        Path log = program.home().resolve("logs/run-1.log");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(log))
                .contains("run 1 failed: STORAGE", "caused by", "org.photoledger.report.RunReportWriter")
                .doesNotContain(source.toString(), "photo-0000", "Orbis");
    }
}
