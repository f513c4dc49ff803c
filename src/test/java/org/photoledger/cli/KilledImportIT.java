package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.testing.Photoledger;

/** A run that was killed any number of times ends in the same result as one that was not. */
class KilledImportIT {

    @TempDir
    private static Path shared = Path.of("");

    @TempDir
    private Path folder = Path.of("");

    private static UninterruptedImport uninterrupted = new UninterruptedImport(Path.of(""), 0, Map.of());

    @BeforeAll
    static void importWithoutInterruption() throws IOException {
        uninterrupted = UninterruptedImport.of(shared, 300);
    }

    /** Tried by taking the work of BatchInfrastructure.recover out: the resume failed, since Spring Batch took the launch for one at work. */
    @Test
    void killsAtEachStepGiveTheSameExport() throws InterruptedException {
        Photoledger program = new Photoledger(folder);
        for (String step :
                new String[] {"inventory", "examine", "open", "duplicates", "identify", "reconcile", "report"}) {
            Process process = step.equals("inventory")
                    ? program.start("import", uninterrupted.source().toString(), "--json")
                    : program.start("resume", "--json");
            program.awaitOutput("\"step\":\"" + step + "\"");
            Photoledger.signal("KILL", process.pid());
            process.waitFor();
        }
        Photoledger.Ended last = program.run("resume", "--json");
        assertThat(last.exitCode()).as(last.lines() + last.errors()).isZero();
        assertThat(last.number("pending")).isZero();
        assertThat(program.export()).isEqualTo(uninterrupted.export());
        UninterruptedImport.assertVerified(program);
    }

    /** Tried by handling no signal: the exit code was the same, and the last line told of no end. */
    @Test
    void aStopWhileWorkersStartIsInTimeToo() throws InterruptedException {
        Photoledger program = new Photoledger(folder);
        Process process = program.start("import", uninterrupted.source().toString(), "--json", "--workers", "8");
        program.awaitOutput("run.started");
        Photoledger.signal("TERM", process.pid());
        assertThat(process.waitFor(3, TimeUnit.SECONDS)).as("stopped in time").isTrue();
        Photoledger.Ended stopped = program.ended(process);
        assertThat(stopped.exitCode()).isEqualTo(143);
        assertThat(stopped.lastLine()).contains("\"run.finished\"", "\"STOPPED\"");
        UninterruptedImport.assertNoWorkerOutlives(program);
    }
}
