package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.custody.LedgerFile;
import org.photoledger.store.Database;
import org.photoledger.store.DatabaseSettings;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.SmallPhotos;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The verb verify on a real home: what was changed behind the program's back is found and named. */
class VerifyIT {

    @TempDir
    private static Path shared = Path.of("");

    @TempDir
    private Path folder = Path.of("");

    private static Path source = Path.of("");
    private Path ledger = Path.of("");
    private Photoledger program = new Photoledger(folder);

    @BeforeAll
    static void importSource() throws IOException {
        source = Files.createDirectory(shared.resolve("leak"));
        SmallPhotos.fillWithContainer(source, 20, 5);
        Files.createFile(source.resolve("empty.jpg"));
        Photoledger.Ended ended = new Photoledger(shared).run("import", source.toString());
        assertThat(ended.exitCode()).as(ended.errors()).isZero();
    }

    @BeforeEach
    void copyHome() throws IOException {
        program = new Photoledger(folder);
        ledger = LedgerFile.in(program.home());
        Path home = new Photoledger(shared).home();
        for (String file : List.of(
                "", "ledger.jsonl", "photoledger.mv.db", "reports", "reports/run-1.json", "reports/run-1.html")) {
            Files.copy(home.resolve(file), program.home().resolve(file));
        }
    }

    private List<String> ledgerLines() throws IOException {
        return new ArrayList<>(Files.readAllLines(ledger, StandardCharsets.US_ASCII));
    }

    private void assertFound(String... words) {
        Photoledger.Ended ended = program.run("verify");
        assertThat(ended.exitCode()).as(ended.lines() + ended.errors()).isEqualTo(6);
        assertThat(ended.lines().get(0)).contains(words);
    }

    private void assertWhole(String... arguments) {
        Photoledger.Ended ended = program.run(arguments);
        assertThat(ended.exitCode()).as(ended.lines() + ended.errors()).isZero();
    }

    @Test
    void anUntouchedHomeIsVerifiedAndTheVerbIsNotedItself() throws IOException {
        Photoledger.Ended ended = program.run("verify", "--rehash", "--json");
        assertThat(ended.exitCode()).as(ended.lines() + ended.errors()).isZero();
        assertThat(ended.number("mismatches")).isZero();
        assertThat(ended.number("originals")).isEqualTo(22);
        assertThat(ended.errors()).contains("5 members of containers");
        assertWhole("export", "-o", folder.resolve("out").toString());
        List<String> lines = ledgerLines();
        assertThat(lines.get(0)).contains("\"type\":\"ledger.begun\"");
        assertThat(lines.get(1)).contains("\"type\":\"run.started\"");
        assertThat(lines.get(lines.size() - 3)).contains("\"type\":\"run.finished\"");
        assertThat(lines.get(lines.size() - 2)).contains("\"type\":\"verified\"", "\"mismatches\":0");
        assertThat(lines.get(lines.size() - 1)).contains("\"type\":\"exported\"", "photos.csv");
        assertWhole("verify");
    }

    @Test
    void theReportNamesTheLedgersLastLine() throws IOException {
        List<String> lines = ledgerLines();
        JsonNode last = new ObjectMapper().readTree(lines.get(lines.size() - 1));
        JsonNode report = new ObjectMapper().readTree(program.home().resolve("reports/run-1.json"));
        assertThat(report.get("ledgerLine").asLong())
                .isEqualTo(last.get("seq").asLong())
                .isEqualTo(lines.size());
        assertThat(report.get("ledgerHash")).isEqualTo(last.get("hash"));
        assertThat(Files.readString(program.home().resolve("reports/run-1.html")))
                .contains("It ends with line " + lines.size() + ", whose hash is <code dir=\"ltr\">"
                        + last.get("hash").asString());
    }

    @Test
    void aChangedLedgerIsFoundAndItsLineNamed() throws IOException {
        byte[] whole = Files.readAllBytes(ledger);
        Random random = new Random(5);
        for (Consumer<List<String>> change : List.<Consumer<List<String>>>of(
                lines -> lines.set(6, lines.get(6).replace("photoledger", "photoledgex")),
                lines -> lines.remove(6),
                lines -> lines.add(6, lines.get(3)),
                lines -> Collections.swap(lines, 6, 9))) {
            List<String> lines = ledgerLines();
            change.accept(lines);
            Files.writeString(ledger, String.join("\n", lines) + "\n");
            byte[] changed = Files.readAllBytes(ledger);
            assertFound("Line 7 of the ledger is off");
            assertThat(Files.readAllBytes(ledger)).startsWith(changed);
            restore(whole);
        }
        byte[] flipped = whole.clone();
        flipped[random.nextInt(whole.length)] ^= 4;
        Files.write(ledger, flipped);
        assertFound("of the ledger is off");
    }

    /** The database names a line more after a verify that could write one. */
    private void restore(byte[] whole) throws IOException {
        Files.write(ledger, whole);
        long lines = ledgerLines().size();
        List<String> all = ledgerLines();
        String hash =
                new ObjectMapper().readTree(all.get(all.size() - 1)).get("hash").asString();
        sql("update ledger_head set seq = " + lines + ", hash = '" + hash + "', bytes = " + whole.length);
    }

    private void sql(String statement) {
        try (Database database = Database.open(DatabaseSettings.h2In(program.home()))) {
            JdbcClient.create(database.dataSource()).sql(statement).update();
        }
    }

    @Test
    void aCutTailIsFoundAndNoImportGoesOnWithIt() throws IOException {
        List<String> lines = ledgerLines();
        Files.writeString(ledger, String.join("\n", lines.subList(0, 10)) + "\n");
        assertFound("Line 11 of the ledger is off", "it is missing", "names line " + lines.size());
        Photoledger.Ended refused = program.run("import", source.toString());
        assertThat(refused.exitCode()).isEqualTo(6);
        assertThat(refused.errors()).contains("has not the line " + lines.size(), "photoledger verify");
        assertThat(Files.readString(ledger)).hasLineCount(10);
        Files.delete(ledger);
        assertFound("is missing");
        assertWhole("export", "-o", folder.resolve("out").toString());
    }

    @Test
    void aTornTailOfACrashIsCutOffAndNoted() throws IOException {
        int before = ledgerLines().size();
        Files.writeString(ledger, "{\"v\":1,\"seq\":", StandardOpenOption.APPEND);
        Photoledger.Ended ended = program.run("verify");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.errors()).contains("13 bytes of a line that a crash broke off");
        assertThat(ledgerLines().get(before))
                .contains("\"type\":\"ledger.resumed\"", "{\"validUpTo\":" + before + ",\"cutBytes\":13}");
        assertWhole("verify");
    }

    @Test
    void aDatabaseThatWasPutBackFromAnEarlierTimeIsFound() throws IOException {
        Path database = program.home().resolve("photoledger.mv.db");
        byte[] earlier = read(database);
        int before = ledgerLines().size();
        assertWhole("verify");
        assertWhole("verify");
        write(database, earlier);
        assertFound("The database is older than the ledger", "after line " + before);
        Photoledger.Ended refused = program.run("import", source.toString());
        assertThat(refused.exitCode()).as(refused.errors()).isEqualTo(6);
        assertThat(refused.errors()).contains("is older than the ledger", "photoledger rebuild", "--accept-changes");
        assertWhole("import", source.toString(), "--accept-changes");
        Photoledger.Ended next = program.run("verify");
        assertThat(next.exitCode()).as(next.lines().toString()).isZero();
        assertThat(next.errors()).contains("2 lines are void");
    }

    @Test
    void aChangedDatabaseIsFoundByItsLedger() {
        for (String[] change : new String[][] {
            {"update source_file set reason = 'SYMBOLIC_LINK' where path = 'empty.jpg'", "reason", "EMPTY"},
            {"update photo set make = 'Other' where id = 1", "record"},
            {"update metadata_value set raw = 'x' where photo_id = 2 and ordinal = 0", "record"},
            {"update import_run set ignored = ignored + 1, found = found + 1, names = names + 1", "books of run 1"},
            {"update source_file set ledger_line = 0 where path = 'empty.jpg'", "from before the ledger"}
        }) {
            Path copy = program.home().resolve("photoledger.mv.db");
            byte[] whole = read(copy);
            byte[] lines = read(ledger);
            sql(change[0]);
            assertFound(List.of(change).subList(1, change.length).toArray(String[]::new));
            write(copy, whole);
            write(ledger, lines);
        }
        assertWhole("verify");
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aFileThatTheDatabaseLostIsFound() {
        sql("delete from source_file where path = 'empty.jpg'");
        Photoledger.Ended ended = program.run("verify");
        assertThat(ended.exitCode()).isEqualTo(6);
        assertThat(ended.lines().get(0)).matches("database: Line \\d+ of the ledger is the last that tells of .*");
    }

    @Test
    void aChangedOriginalIsFoundWhereItIsReadAgain() throws IOException {
        Path photo = source.resolve("day-03/photo-0003.jpg");
        Path missing = source.resolve("day-04/photo-0004.jpg");
        FileTime modified = Files.getLastModifiedTime(photo);
        byte[] bytes = Files.readAllBytes(photo);
        byte[] other = bytes.clone();
        other[bytes.length / 2] ^= 1;
        Files.write(photo, other);
        Files.setLastModifiedTime(photo, modified);
        Files.move(missing, shared.resolve("away"));
        assertWhole("verify");
        Photoledger.Ended ended = program.run("verify", "--rehash");
        Files.write(photo, bytes);
        Files.move(shared.resolve("away"), missing);
        assertThat(ended.exitCode()).isEqualTo(6);
        assertThat(ended.lines())
                .filteredOn(line -> line.startsWith("original: "))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).contains("leak/day-03/photo-0003.jpg", "other bytes"),
                        line -> assertThat(line).contains("leak/day-04/photo-0004.jpg", "not at"));
    }

    @Test
    void aHomeOfAnEarlierReleaseBeginsItsLedgerWithWhatItHas() throws IOException {
        Files.delete(ledger);
        sql("delete from ledger_head");
        sql("update source_file set ledger_line = 0");
        sql("update photo set ledger_line = 0");
        Photoledger.Ended before = program.run("verify");
        assertThat(before.exitCode()).as(before.lines().toString()).isZero();
        assertThat(before.errors()).contains("no ledger yet");
        assertWhole("export", "-o", folder.resolve("out").toString());
        assertThat(ledger).doesNotExist();
        Path added = Files.write(source.resolve("new.txt"), new byte[] {1});
        assertWhole("import", source.toString());
        assertThat(ledgerLines().get(0)).contains("\"runs\":1,\"sourceFiles\":27,");
        assertThat(ledgerLines())
                .filteredOn(line -> line.contains("file.received"))
                .hasSize(1);
        assertWhole("verify", "--rehash");
        Files.delete(added);
    }
}
