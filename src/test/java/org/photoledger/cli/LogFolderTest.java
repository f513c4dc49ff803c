package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFolderTest {

    @TempDir
    private Path home = Path.of("");

    private LogFolder folder() {
        return new LogFolder(home.resolve("logs"));
    }

    private void log(String name, int bytes, long time) throws IOException {
        Path file = Files.write(folder().path().resolve(name), new byte[bytes]);
        Files.setLastModifiedTime(file, FileTime.fromMillis(time));
    }

    @Test
    void aFolderIsMadeForItsOwnerAlone() throws IOException {
        assertThat(folder().isReady()).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().path())))
                .isEqualTo("rwx------");
    }

    @Test
    void aFileInItsPlaceAndANameThatLogbackWouldReplaceAreNoFolder() throws IOException {
        Files.createFile(folder().path());
        assertThat(folder().isReady()).isFalse();
        assertThat(new LogFolder(home.resolve("${user.home}")).isReady()).isFalse();
    }

    @Test
    void theOldestLogsGoBeyondTheLimitAndAtTheLimitNoneDoes() throws IOException {
        assertThat(folder().isReady()).isTrue();
        log("run-1.log", 40, 1_000);
        log("run-2.2026-01-01.0.log.gz", 30, 2_000);
        log("run-3.log", 30, 3_000);
        folder().keepWithin(100);
        assertThat(folder().path()).isDirectoryContaining("glob:**/run-1.log");
        folder().keepWithin(99);
        assertThat(folder().path().toFile().list()).containsExactlyInAnyOrder("run-2.2026-01-01.0.log.gz", "run-3.log");
    }
}
