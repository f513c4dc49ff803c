package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.testing.hostile.HostileCorpus;

/** A hostile file costs only itself: bombs, loops, giants, files of two types, texts and names that are code. */
class HostileCorpusIT {

    private static final int LEAST_FILES = 250;

    @TempDir
    private Path folder = Path.of("");

    /** Before the folder is removed: who removes it warns of links that lead out of it. */
    @AfterEach
    void unlink() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    @Test
    void everyHostileFileIsInTheBooksAndNoneHarmsTheRun() throws IOException {
        Path source = folder.resolve("leak");
        assertThat(HostileCorpus.write(source)).isGreaterThanOrEqualTo(LEAST_FILES);

        HostileImport.of(Files.createDirectory(folder.resolve("import")), source, 5)
                .assertHeld();
    }
}
