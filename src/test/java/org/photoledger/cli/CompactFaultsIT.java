package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.custody.LedgerFile;
import org.photoledger.store.EncryptedFile;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.SmallPhotos;

/** A compact that is killed at any moment leaves one whole database, under the old key or the new one. */
class CompactFaultsIT {

    private static final int ROUNDS = Integer.getInteger("faults.rounds", 10);

    @TempDir
    private Path folder = Path.of("");

    private final Random random = new Random(20_130_405);
    private int finished;

    /** Tried by deleting the old file before the new one is written: a killed compact left no collection. */
    @Test
    void kills() throws IOException, InterruptedException {
        Path source = Files.createDirectory(folder.resolve("leak"));
        SmallPhotos.fill(source, 60);
        Path key = Files.writeString(folder.resolve("key"), "a key of many words");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Path plain = Files.writeString(folder.resolve("plain.yml"), "photoledger: {database: {encryption: off}}");
        Path encrypted = Files.writeString(
                folder.resolve("encrypted.yml"),
                "photoledger: {database: {encryption: key-file, key-file: " + key + "}}");
        Photoledger program = new Photoledger(folder);
        assertThat(program.run("import", source.toString(), "--text", "off").exitCode())
                .isZero();
        Map<String, String> export = program.export();
        Path database = program.home().resolve("photoledger.mv.db");
        long whole = workOf(program, program.start("compact", "--config", plain.toString()));
        for (int round = 0; round < ROUNDS; round++) {
            boolean before = EncryptedFile.is(database);
            Process process = before
                    ? program.start("compact", "--decrypt", "--config", encrypted.toString())
                    : program.start("compact", "--new-key-file", key.toString(), "--config", plain.toString());
            killOnceTheNewFileIsThere(program, process, random.nextLong(whole + whole / 4));
            boolean after = EncryptedFile.is(database);
            finished += before == after ? 0 : 1;
            assertThat(program.export("--config", (after ? encrypted : plain).toString()))
                    .as("round " + round)
                    .isEqualTo(export);
            assertThat(program.home()).isDirectoryNotContaining("glob:**.new.mv.db");
        }
        assertThat(finished).as("rounds that were not cut short").isLessThan(ROUNDS);
        System.out.printf("kills of compact: %d rounds, %d with the new file in place%n", ROUNDS, finished);
    }

    /** Tried by naming nothing: the last line told what to set, as ever. */
    @Test
    void copiesInClearTextAreNamedAndTheLedgerTellsOfIt() throws IOException {
        Path source = Files.createDirectory(folder.resolve("leak"));
        SmallPhotos.fill(source, 12);
        Path key = Files.writeString(folder.resolve("key"), "a key of many words");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Photoledger program = new Photoledger(folder);
        assertThat(program.run("import", source.toString(), "--text", "off").exitCode())
                .isZero();
        Map<String, String> export = program.export();
        Path home = program.home();
        Path earlier = home.resolve("photoledger.mv.db.before-rebuild");
        Files.copy(home.resolve("photoledger.mv.db"), earlier);
        Path backup = Files.createDirectory(home.resolve("backups")).resolve("schema-1.zip");
        assertThat(program.run("backup", backup.toString()).exitCode()).isZero();

        Photoledger.Ended compacted = program.run("compact", "--new-key-file", key.toString());

        assertThat(compacted.exitCode()).as(compacted.errors()).isZero();
        assertThat(compacted.lastLine()).contains("without a key", backup + ", " + earlier);
        Files.writeString(
                home.resolve("application.yml"),
                "photoledger: {database: {encryption: key-file, key-file: " + key + "}}");
        List<String> ledger = Files.readAllLines(LedgerFile.in(home));
        assertThat(ledger.get(ledger.size() - 1)).contains("\"type\":\"compacted\"", "\"encrypted\":true");
        assertThat(program.run("verify", "--rehash").exitCode()).isZero();
        Files.delete(earlier);
        Files.delete(backup);
        assertThat(program.run("compact", "--new-key-file", key.toString()).lastLine())
                .doesNotContain("without a key");
        assertThat(program.run("rebuild").exitCode()).isZero();
        assertThat(program.run("verify").exitCode()).isZero();
        assertThat(program.export()).isEqualTo(export);
    }

    /** How long the new file is written and compared, in nanoseconds; that is when a kill counts. */
    private static long workOf(Photoledger program, Process process) throws InterruptedException {
        awaitDraft(program, process);
        long begun = System.nanoTime();
        process.waitFor();
        return System.nanoTime() - begun;
    }

    private static void killOnceTheNewFileIsThere(Photoledger program, Process process, long nanos)
            throws InterruptedException {
        awaitDraft(program, process);
        process.waitFor(nanos, TimeUnit.NANOSECONDS);
        Photoledger.signal("KILL", process.pid());
        process.waitFor();
    }

    private static void awaitDraft(Photoledger program, Process process) throws InterruptedException {
        Path draft = program.home().resolve("photoledger.new.mv.db");
        while (process.isAlive() && !Files.exists(draft)) {
            Thread.sleep(2);
        }
    }
}
