package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.job.ExitCode;
import org.photoledger.store.Database;
import org.photoledger.store.DatabaseSettings;
import org.photoledger.testing.Mounts;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.SmallPhotos;

/** A full disk ends a run with one sentence and loses nothing; with room, resume ends as if there had always been some. */
class DiskFullFaultsIT {

    private static final int PHOTOS = 300;

    private static Path leak = Path.of("");
    private static Map<String, String> whole = Map.of();

    @TempDir
    private Path folder = Path.of("");

    private final Mounts mounts = new Mounts();
    private Photoledger program = new Photoledger(folder);
    private Path settings = folder;
    private int full;
    private int inTheRun;

    @BeforeAll
    static void anImportWithRoom(@TempDir Path other) throws IOException {
        leak = Files.createDirectory(other.resolve("leak"));
        SmallPhotos.fill(leak, PHOTOS);
        Photoledger roomy = new Photoledger(other);
        assertThat(roomy.run("import", leak.toString(), "--text", "off").exitCode())
                .isZero();
        whole = roomy.export();
    }

    @BeforeEach
    void aHome() throws IOException {
        program = new Photoledger(folder);
        settings = Files.writeString(
                folder.resolve("s.yml"),
                "photoledger: {storage: {free-megabytes: 0}, workers: {frame-bytes: 0}, import: {chunk-size: 16},"
                        + " database: {url: 'jdbc:h2:file:" + Files.createDirectory(folder.resolve("db"))
                        + "/ledger'}}");
        Files.createDirectories(program.home().resolve("spool"));
    }

    @AfterEach
    void unmount() {
        mounts.close();
    }

    /** A disk of this size or a larger one is full; {@code full} and {@code inTheRun} count how often, and how often a run had begun. */
    private void assertResumableUntilThereIsRoom(Path disk, int kilobytes, String sentence) {
        int size = kilobytes;
        long settled = 0;
        Photoledger.Ended ended = launch("import", leak.toString(), "--text", "off");
        while (ended.exitCode() != 0 && size < 512 << 10) {
            full++;
            inTheRun += ended.errors().contains("run 1 failed, STORAGE") ? 1 : 0;
            String told = ended.exitCode() == ExitCode.DATABASE_UNUSABLE ? ended.lastLine() : ended.errors();
            assertThat(ended.exitCode()).as(told).isIn(ExitCode.FAILED, ExitCode.DATABASE_UNUSABLE);
            assertThat(told).contains(sentence, "make room").hasLineCount(1);
            if (ended.lastLine().contains("run.finished") && !ended.lastLine().contains("\"pending\":null")) {
                long now = ended.number("found") - ended.number("pending");
                assertThat(now).as("what was settled stays so").isGreaterThanOrEqualTo(settled);
                settled = now;
            }
            size *= 2;
            mounts.resize(disk, size);
            ended = launch("import", leak.toString(), "--text", "off");
        }
        System.out.println(disk.getFileName() + ": " + full + " full disks, " + inTheRun + " in the run, the last of "
                + size / 2 + " KiB");
        assertThat(full).isPositive();
        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        assertThat(program.export("--config", settings.toString())).isEqualTo(whole);
        Photoledger.Ended verified = program.run("verify", "--rehash", "--config", settings.toString());
        assertThat(verified.exitCode()).as(verified.lines().toString()).isZero();
    }

    private Photoledger.Ended launch(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 3);
        all[arguments.length] = "--json";
        all[arguments.length + 1] = "--config";
        all[arguments.length + 2] = settings.toString();
        return program.run(all);
    }

    private void disk(Path disk, int kilobytes, String sentence) {
        mounts.disk(disk, kilobytes);
        assertResumableUntilThereIsRoom(disk, kilobytes, sentence);
    }

    /** Tried by taking the word for a full disk out of Database.open: a schema that cannot be brought up to date was told. */
    @Test
    void theDatabasesDiskIsFullBeforeThereIsOne() {
        disk(folder.resolve("db"), 1_200, "the database");
    }

    /** Tried by taking the branch for STORAGE out of RunFailure: the reason was INTERNAL. */
    @Test
    void theDatabasesDiskIsFull() {
        Path disk = folder.resolve("db");
        mounts.disk(disk, 64 << 10);
        DatabaseSettings database = new DatabaseSettings("jdbc:h2:file:" + disk + "/ledger", null, null, false);
        Database.open(database).close();
        int kilobytes = Math.toIntExact(database.fileBytes() >> 10) + 700;
        mounts.resize(disk, kilobytes);
        assertResumableUntilThereIsRoom(disk, kilobytes, "the database");
        assertThat(inTheRun).isPositive();
    }

    /** Tried by taking the branch for STORAGE out of RunFailure: the reason was INTERNAL. */
    @Test
    void theSpoolsDiskIsFull() {
        disk(program.home().resolve("spool"), 4, "The disk of the home");
        // two copies of 5 KB at a time: what was copied before is given back at once
        assertThat(full).isBetween(1, 3);
    }

    /** Tried by taking the branch for STORAGE out of RunFailure: the reason was INTERNAL. */
    @Test
    void theHomesDiskIsFull() {
        disk(program.home(), 60, "the home");
    }

    /** Tried by taking the work of FreeSpace.require out: a run began, and the disk was full then. */
    @Test
    void aRunDoesNotBeginWhereThereIsTooLittleRoom() throws IOException {
        for (String disk : new String[] {"home", "home/spool", "db"}) {
            mounts.disk(folder.resolve(disk), 8 << 10);
            Files.createDirectories(program.home().resolve("spool"));
            Files.writeString(
                    folder.resolve("s.yml"),
                    Files.readString(settings).replaceAll("free-megabytes: [0-9]+", "free-megabytes: 9"));
            Photoledger.Ended ended = program.run("import", leak.toString(), "--config", settings.toString());
            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.errors())
                    .contains(" MiB free", "begins only with 9 (photoledger.storage.free-megabytes)")
                    .hasLineCount(1);
            assertThat(folder.resolve("db/ledger.mv.db")).doesNotExist();
            mounts.close();
        }
    }
}
