package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.SmallPhotos;

/**
 * A source and what an import of it gives that nothing interrupts.
 *
 * @param names of the source and its container
 */
record UninterruptedImport(Path source, int names, Map<String, String> export) {

    /** A source of so many photos, a third of them in a container. */
    static UninterruptedImport of(Path folder, int photos) throws IOException {
        Path source = Files.createDirectory(folder.resolve("leak"));
        SmallPhotos.fillWithContainer(source, photos * 2 / 3, photos / 3);
        Photoledger program = new Photoledger(folder);
        Photoledger.Ended ended = program.run("import", source.toString(), "--json");
        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        assertThat(ended.number("names")).isEqualTo(photos + 1);
        return new UninterruptedImport(source, photos + 1, program.export());
    }

    /** The ledger was written before each commit, and says itself which lines the kills made void. */
    static void assertVerified(Photoledger program) {
        Photoledger.Ended verified = program.run("verify");
        assertThat(verified.exitCode()).as(verified.lines() + verified.errors()).isZero();
    }

    static void assertNoWorkerOutlives(Photoledger program) throws InterruptedException {
        for (int wait = 0; wait < 50 && !program.workers().isEmpty(); wait++) {
            Thread.sleep(100);
        }
        assertThat(program.workers()).isEmpty();
    }
}
