package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.custody.LedgerFile;
import org.photoledger.digest.Sha256;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.Restored;
import org.photoledger.testing.SmallPhotos;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The verb backup on a home that nobody holds, and a home put back from it. */
class BackupIT {

    @TempDir
    private static Path shared = Path.of("");

    @TempDir
    private Path folder = Path.of("");

    private static Path source = Path.of("");
    private static Photoledger program = new Photoledger(shared);

    @BeforeAll
    static void importSource() throws IOException {
        source = Files.createDirectory(shared.resolve("leak"));
        SmallPhotos.fill(source, 12);
        program = new Photoledger(shared);
        Photoledger.Ended ended = program.run("import", source.toString(), "--text", "off");
        assertThat(ended.exitCode()).as(ended.errors()).isZero();
    }

    /** Tried by leaving the ledger out: the home had none. */
    @Test
    void aBackupPutIntoAnEmptyHomeIsThatHome() throws IOException {
        Path backup = folder.resolve("case.zip");
        Photoledger.Ended ended = program.run("backup", backup.toString());
        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        assertThat(folder).isDirectoryNotContaining("glob:**part*");
        assertThat(Files.getPosixFilePermissions(backup)).hasSize(2);
        assertThat(ended.lines().get(0))
                .contains(Sha256.of(Files.readAllBytes(backup)).hex());
        List<String> lines = Files.readAllLines(LedgerFile.in(program.home()));
        assertThat(lines.get(lines.size() - 1)).contains("\"type\":\"backup\"", "\"upTo\":" + (lines.size() - 1));

        Photoledger restored = Restored.from(backup, folder.resolve("restored"));
        assertManifestDescribes(restored.home());
        assertThat(Files.readAllLines(LedgerFile.in(restored.home()))).isEqualTo(lines.subList(0, lines.size() - 1));
        Photoledger.Ended verified = restored.run("verify", "--rehash", "--json");
        assertThat(verified.exitCode()).as(verified.lines().toString()).isZero();
        assertThat(verified.errors()).isEmpty();
        assertThat(verified.number("originals")).isEqualTo(12);
        assertThat(restored.export()).isEqualTo(program.export());
    }

    private static void assertManifestDescribes(Path home) throws IOException {
        JsonNode manifest = new ObjectMapper().readTree(home.resolve("manifest.json"));
        assertThat(manifest.get("schema").asInt()).isPositive();
        assertThat(Files.readString(LedgerFile.in(home)))
                .contains(manifest.get("home").asString());
        assertThat(manifest.get("files")).hasSize(2);
        for (JsonNode entry : manifest.get("files")) {
            byte[] bytes = Files.readAllBytes(home.resolve(entry.get("name").asString()));
            assertThat(entry.get("bytes").asLong()).isEqualTo(bytes.length);
            assertThat(entry.get("sha256").asString())
                    .isEqualTo(Sha256.of(bytes).hex());
        }
    }

    /** Tried by taking out each of the two checks: the file was replaced, and written into the source. */
    @Test
    void aFileThatIsThereAndAPlaceInASourceAreRefused() throws IOException {
        Path there = Files.writeString(folder.resolve("there.zip"), "mine");
        assertRefused(2, "is there already", there);
        assertThat(there).hasContent("mine");
        assertRefused(2, "inside the source", source.resolve("case.zip"));
        assertRefused(2, "cannot be written", folder.resolve("missing/case.zip"));
        assertThat(source).isDirectoryNotContaining("glob:**case*");
    }

    /** Tried by leaving out the look at the copied ledger's last line: the backup was written. */
    @Test
    void aLedgerThatIsNotTheDatabasesIsNotTaken() throws IOException {
        Path ledger = LedgerFile.in(program.home());
        byte[] whole = Files.readAllBytes(ledger);
        byte[] flipped = whole.clone();
        flipped[whole.length - 10] ^= 1;
        Files.write(ledger, flipped);
        try {
            assertRefused(6, "has not the line", folder.resolve("case.zip"));
            assertThat(folder).isEmptyDirectory();
        } finally {
            Files.write(ledger, whole);
        }
    }

    @Test
    void aServerIsLeftToItsOwnTools() throws IOException {
        String settings = Files.writeString(
                        folder.resolve("server.yml"),
                        "photoledger: {database: {url: 'jdbc:postgresql://localhost:1/none'}}")
                .toString();
        Photoledger.Ended backup =
                program.run("backup", folder.resolve("case.zip").toString(), "--config", settings);
        Photoledger.Ended compact = program.run("compact", "--config", settings);
        assertThat(List.of(backup.exitCode(), compact.exitCode())).containsOnly(2);
        assertThat(backup.errors()).contains("pg_dump");
        assertThat(compact.errors()).contains("VACUUM");
        assertThat(folder.resolve("case.zip")).doesNotExist();
    }

    private static void assertRefused(int code, String words, Path target) {
        Photoledger.Ended ended = program.run("backup", target.toString());
        assertThat(ended.exitCode()).as(ended.errors()).isEqualTo(code);
        assertThat(ended.errors()).hasLineCount(1).contains(words);
    }
}
