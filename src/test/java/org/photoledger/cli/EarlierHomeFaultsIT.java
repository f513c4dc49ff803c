package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.custody.LedgerFile;
import org.photoledger.store.Database;
import org.photoledger.store.DatabaseSettings;
import org.photoledger.testing.EarlierSchema;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.Restored;
import org.photoledger.testing.SmallPhotos;

/** A home of the release before the ledger, with a run that was killed. */
class EarlierHomeFaultsIT {

    @TempDir
    private static Path shared = Path.of("");

    @TempDir
    private Path folder = Path.of("");

    private static Path source = Path.of("");
    private static Path settings = Path.of("");
    private static Map<String, String> uninterrupted = Map.of();

    private Photoledger program = new Photoledger(folder);

    @BeforeAll
    static void importWithoutInterruption() throws IOException {
        source = Files.createDirectory(shared.resolve("leak"));
        SmallPhotos.fill(source, 100);
        settings = Files.writeString(
                shared.resolve("settings.yml"), "photoledger: {import: {chunk-size: 4}, workers: {count: 1}}");
        Photoledger program = new Photoledger(shared);
        assertThat(program.ended(importing(program)).exitCode()).isZero();
        uninterrupted = program.export();
    }

    private static Process importing(Photoledger program) {
        return program.start("import", source.toString(), "--text", "off", "--json", "--config", settings.toString());
    }

    @BeforeEach
    void makeHome() throws IOException, InterruptedException {
        program = new Photoledger(folder);
        Process run = importing(program);
        program.awaitOutput("\"examine\"");
        Photoledger.signal("KILL", -run.pid());
        run.waitFor();
        Files.delete(LedgerFile.in(program.home()));
        try (Database database = Database.open(DatabaseSettings.h2In(program.home()))) {
            EarlierSchema.putBack(database.dataSource());
        }
    }

    /** Tried by not writing the backup: nothing told of it. */
    @Test
    void itIsBackedUpBroughtUpToDateAndResumed() throws IOException {
        Photoledger.Ended resumed = program.run("resume", "--json", "--config", settings.toString());
        assertThat(resumed.exitCode()).as(resumed.errors()).isZero();
        assertThat(resumed.errors()).contains("of an earlier release", "backups/schema-" + EarlierSchema.VERSION + "-");
        assertThat(program.export()).isEqualTo(uninterrupted);
        assertThat(program.run("verify").exitCode()).isZero();

        List<Path> backups = backups();
        assertThat(backups).hasSize(1);
        assertThat(backups.get(0).getFileName().toString()).startsWith("schema-" + EarlierSchema.VERSION + "-");
        Photoledger restored = Restored.from(backups.get(0), folder.resolve("restored"));
        assertThat(Files.readString(restored.home().resolve("manifest.json")))
                .contains("\"schema\":\"" + EarlierSchema.VERSION + "\"");
        assertThat(restored.run("resume", "--config", settings.toString()).exitCode())
                .isZero();
        assertThat(restored.export()).isEqualTo(uninterrupted);
    }

    private List<Path> backups() throws IOException {
        try (Stream<Path> files = Files.list(program.home().resolve("backups"))) {
            return files.toList();
        }
    }

    /** Tried by going on after a failed backup: the run was resumed. */
    @Test
    void withoutABackupNothingIsChanged() throws IOException {
        Path inTheWay = Files.writeString(program.home().resolve("backups"), "a file");
        Photoledger.Ended refused = program.run("resume", "--config", settings.toString());
        assertThat(refused.exitCode()).isEqualTo(12);
        assertThat(refused.errors()).hasLineCount(1).contains("no backup of it can be written", "Nothing was changed");
        Files.delete(inTheWay);
        assertThat(program.run("resume", "--config", settings.toString()).exitCode())
                .isZero();
        assertThat(program.export()).isEqualTo(uninterrupted);
    }
}
