package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.testing.Archives;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.PostgresServer;
import org.photoledger.testing.SmallPhotos;

/** The verb rebuild: a database that is damaged or gone is made anew from the ledger and the originals. */
class RebuildFaultsIT {

    @TempDir
    private Path folder = Path.of("");

    private Path source = Path.of("");
    private Photoledger program = new Photoledger(folder);

    /** Two nights, a container, text that was added later, and a photo that nobody has taken up. */
    @BeforeEach
    void twoNights() throws IOException {
        program = new Photoledger(folder);
        source = Files.createDirectory(folder.resolve("leak"));
        Path zipped = Files.createDirectory(folder.resolve("zipped"));
        SmallPhotos.fill(source, 8);
        SmallPhotos.fill(zipped, 4);
        whole("import", source.toString(), "--text", "off");
        Files.write(source.resolve("a-night-later.zip"), Archives.zip(Archives.filesOf(zipped)));
        Files.createFile(source.resolve("empty.jpg"));
        whole("import", source.toString(), "--text", "off");
        whole("retry", "1", "--part", "text");
    }

    private Photoledger.Ended whole(String... arguments) {
        Photoledger.Ended ended = program.run(arguments);
        assertThat(ended.exitCode()).as(ended.lines() + ended.errors()).isZero();
        return ended;
    }

    private Path database() {
        return program.home().resolve("photoledger.mv.db");
    }

    @Test
    void aDatabaseThatIsDamagedIsRebuiltToTheSameExport() throws IOException {
        Map<String, String> before = program.export();
        byte[] ledger = Files.readAllBytes(program.home().resolve("ledger.jsonl"));
        Files.writeString(database(), "no database any more");
        Files.copy(source.resolve("day-00/photo-0000.jpg"), source.resolve("z-came-later.jpg"));

        Photoledger.Ended rebuilt = whole("rebuild", "--json");

        assertThat(rebuilt.number("runs")).isEqualTo(3);
        assertThat(rebuilt.number("files")).isEqualTo(14);
        assertThat(Files.readString(program.home().resolve("photoledger.mv.db.before-rebuild")))
                .isEqualTo("no database any more");
        assertThat(program.home().resolve("rebuild")).doesNotExist();
        assertThat(program.export()).isEqualTo(before);
        assertThat(Files.readAllBytes(program.home().resolve("ledger.jsonl"))).startsWith(ledger);
        whole("verify", "--rehash");
        // the home goes on: what came after the last run is taken up now
        assertThat(whole("import", source.toString(), "--text", "off", "--json").number("found"))
                .isEqualTo(1);
        whole("verify");
    }

    @Test
    void anOriginalThatIsNotAsItWasIsNamedAndTheHomeLeftAsItIs() throws IOException {
        byte[] ledger = Files.readAllBytes(program.home().resolve("ledger.jsonl"));
        byte[] database = Files.readAllBytes(database());
        Path photo = source.resolve("day-03/photo-0003.jpg");
        byte[] bytes = Files.readAllBytes(photo);
        bytes[bytes.length / 2] ^= 1;
        Files.write(photo, bytes);

        Photoledger.Ended refused = program.run("rebuild", "--json");

        assertThat(refused.exitCode()).as(refused.errors()).isEqualTo(6);
        assertThat(refused.number("exitCode")).isEqualTo(6);
        assertThat(refused.lines()).anyMatch(line -> line.contains("leak") && line.contains("photo-0003.jpg"));
        assertThat(Files.readAllBytes(program.home().resolve("ledger.jsonl"))).isEqualTo(ledger);
        assertThat(Files.readAllBytes(database())).isEqualTo(database);
        Files.delete(photo);
        Photoledger.Ended missing = program.run("rebuild");
        assertThat(missing.exitCode()).isEqualTo(10);
        assertThat(missing.errors()).contains("photo-0003.jpg", "put them back, then rebuild");
        assertThat(program.home().resolve("rebuild")).doesNotExist();
        assertThat(program.home().resolve("photoledger.rebuild.mv.db")).doesNotExist();
    }

    @Test
    void aLedgerThatIsOffOrOfOtherSettingsIsRefused() throws IOException {
        Path ledger = program.home().resolve("ledger.jsonl");
        String lines = Files.readString(ledger, StandardCharsets.US_ASCII);
        Files.writeString(ledger, lines.replaceFirst("photo-0002", "photo-0009"));
        Photoledger.Ended off = program.run("rebuild");
        assertThat(off.exitCode()).isEqualTo(2);
        assertThat(off.errors()).contains("of the ledger", "is off: its hash is not that of its content");
        Files.writeString(ledger, lines);
        Path other = Files.writeString(
                folder.resolve("other.yml"), "photoledger:\n  containers:\n    depth: 3\n", StandardCharsets.UTF_8);
        Photoledger.Ended settings = program.run("rebuild", "--config", other.toString());
        assertThat(settings.exitCode()).isEqualTo(2);
        assertThat(settings.errors()).contains("was written with other settings");
    }

    @Test
    void aServersDatabaseIsRebuiltIntoAnEmptyOne() throws IOException {
        Photoledger server = new Photoledger(Files.createDirectory(folder.resolve("pg")));
        Files.createDirectories(server.home());
        nameDatabase(server);
        assertThat(server.run("import", source.toString()).exitCode()).isZero();
        Map<String, String> before = server.export();
        Photoledger.Ended refused = server.run("rebuild");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.errors()).contains("holds a collection; name an empty one");
        nameDatabase(server);
        Photoledger.Ended rebuilt = server.run("rebuild");
        assertThat(rebuilt.exitCode()).as(rebuilt.lines() + rebuilt.errors()).isZero();
        assertThat(server.export()).isEqualTo(before);
        assertThat(server.run("verify").exitCode()).isZero();
    }

    private static void nameDatabase(Photoledger server) throws IOException {
        Files.writeString(
                server.home().resolve("application.yml"),
                "photoledger:\n  database:\n    url: \"" + PostgresServer.newDatabase()
                        + "\"\n    user: postgres\n    allow-unsafe: true\n");
    }
}
