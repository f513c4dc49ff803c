package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.SmallPhotos;

/** A home whose database went while a run was unfinished, and a rebuild that is killed: both end as if neither had been. */
class KilledRebuildFaultsIT {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aRunThatWasUnfinishedIsFinishedAndARebuildThatWasKilledGoesOn() throws IOException, InterruptedException {
        Path source = Files.createDirectory(folder.resolve("leak"));
        SmallPhotos.fillWithContainer(source, 600, 200);
        Path untouched = Files.createDirectory(folder.resolve("untouched"));
        Photoledger uninterrupted = new Photoledger(untouched);
        assertThat(uninterrupted
                        .run("import", source.toString(), "--text", "off")
                        .exitCode())
                .isZero();
        Map<String, String> expected = uninterrupted.export();

        Photoledger program = new Photoledger(folder);
        Process process = program.start("import", source.toString(), "--text", "off", "--json");
        program.awaitOutput("\"step\":\"open\"");
        Photoledger.signal("KILL", process.pid());
        process.waitFor();
        Files.delete(program.home().resolve("photoledger.mv.db"));

        Random random = new Random(20130405);
        int undone = 0;
        for (int kill = 0; kill < 5; kill++) {
            Process rebuild = program.start("rebuild");
            undone += rebuild.waitFor(1_500 + random.nextInt(3_000), TimeUnit.MILLISECONDS) ? 0 : 1;
            Photoledger.signal("KILL", rebuild.pid());
            rebuild.waitFor();
        }
        Photoledger.Ended rebuilt = program.run("rebuild");

        assertThat(undone).as("kills that left work undone").isPositive();
        assertThat(rebuilt.exitCode()).as(rebuilt.lines() + rebuilt.errors()).isZero();
        assertThat(program.export()).isEqualTo(expected);
        Photoledger.Ended verified = program.run("verify", "--rehash");
        assertThat(verified.exitCode()).as(verified.lines() + verified.errors()).isZero();
        assertThat(program.run("runs").lines()).anyMatch(line -> line.contains("COMPLETE"));
    }
}
