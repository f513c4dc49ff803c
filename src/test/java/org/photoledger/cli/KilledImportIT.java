package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.testing.Archives;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.SmallPhotos;

/** A run that was killed any number of times ends in the same result as one that was not. */
class KilledImportIT {

    /** Of which a third stands in a container. */
    private static final int PHOTOS = 300;

    private static final int FILES = PHOTOS + 1;

    @TempDir
    private static Path shared = Path.of("");

    @TempDir
    private Path folder = Path.of("");

    private static Path source = Path.of("");
    private static Map<String, String> uninterrupted = Map.of();

    @BeforeAll
    static void importWithoutInterruption() throws IOException {
        source = Files.createDirectory(shared.resolve("leak"));
        Path zipped = Files.createDirectory(shared.resolve("zipped"));
        SmallPhotos.fill(source, PHOTOS * 2 / 3);
        SmallPhotos.fill(zipped, PHOTOS / 3);
        Files.write(source.resolve("rest.zip"), Archives.zip(Archives.filesOf(zipped)));
        Photoledger program = new Photoledger(shared);
        Photoledger.Ended ended = program.run("import", source.toString(), "--json");
        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        assertThat(ended.number("names")).isEqualTo(FILES);
        uninterrupted = program.export();
    }

    /** The ledger was written before each commit, and says itself which lines the kills made void. */
    private static void assertVerified(Photoledger program) {
        Photoledger.Ended verified = program.run("verify");
        assertThat(verified.exitCode()).as(verified.lines() + verified.errors()).isZero();
    }

    @Test
    void killsAtEachStepGiveTheSameExport() throws InterruptedException {
        Photoledger program = new Photoledger(folder);
        for (String step :
                new String[] {"inventory", "examine", "open", "duplicates", "identify", "reconcile", "report"}) {
            Process process = step.equals("inventory")
                    ? program.start("import", source.toString(), "--json")
                    : program.start("resume", "--json");
            program.awaitOutput("\"step\":\"" + step + "\"");
            Photoledger.signal("KILL", process.pid());
            process.waitFor();
        }
        Photoledger.Ended last = program.run("resume", "--json");
        assertThat(last.exitCode()).as(last.lines() + last.errors()).isZero();
        assertThat(last.number("pending")).isZero();
        assertThat(program.export()).isEqualTo(uninterrupted);
        assertVerified(program);
    }

    @Test
    void aStopWhileWorkersStartIsInTimeToo() throws InterruptedException {
        Photoledger program = new Photoledger(folder);
        Process process = program.start("import", source.toString(), "--json", "--workers", "8");
        program.awaitOutput("run.started");
        Photoledger.signal("TERM", process.pid());
        assertThat(process.waitFor(3, TimeUnit.SECONDS)).as("stopped in time").isTrue();
        Photoledger.Ended stopped = program.ended(process);
        assertThat(stopped.exitCode()).isEqualTo(143);
        assertThat(stopped.lastLine()).contains("\"run.finished\"", "\"STOPPED\"");
        assertNoWorkerOutlives(program);
    }

    private static void assertNoWorkerOutlives(Photoledger program) throws InterruptedException {
        for (int wait = 0; wait < 50 && !program.workers().isEmpty(); wait++) {
            Thread.sleep(100);
        }
        assertThat(program.workers()).isEmpty();
    }
}
