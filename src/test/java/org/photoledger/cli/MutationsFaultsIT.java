package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.testing.hostile.HostileCorpus;

/** Thousands of files damaged by chance, and every format cut at each of its boundaries: none is lost, none costs more than itself. */
class MutationsFaultsIT {

    private static final int OF_EACH = 270;
    private static final int LEAST_MUTATIONS = 5_000;
    private static final int LEAST_CUTS = 500;

    /** Beyond what any of them takes on a loaded machine: a file at its deadline now and then would make two exports differ. */
    private static final int DEADLINE_SECONDS = 10;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void damagedFilesAreInTheBooksAndTwoImportsGiveTheSameExport() throws IOException {
        Path source = folder.resolve("leak");
        assertThat(HostileCorpus.writeMutations(source, OF_EACH)).isGreaterThanOrEqualTo(LEAST_MUTATIONS);
        assertThat(HostileCorpus.writeCuts(source)).isGreaterThanOrEqualTo(LEAST_CUTS);

        HostileImport first = HostileImport.of(Files.createDirectory(folder.resolve("one")), source, DEADLINE_SECONDS);
        first.assertHeld();

        HostileImport second = HostileImport.of(Files.createDirectory(folder.resolve("two")), source, DEADLINE_SECONDS);
        second.assertHeld();
        assertThat(second.export()).isEqualTo(first.export());
    }
}
