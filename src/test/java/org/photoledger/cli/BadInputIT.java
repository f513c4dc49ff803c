package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.store.Database;
import org.photoledger.store.DatabaseSettings;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.SmallPhotos;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bad input gets one sentence that says what to do and the exit code of the design; nothing is half-written. */
class BadInputIT {

    @TempDir
    private Path folder = Path.of("");

    private Photoledger program = new Photoledger(folder);
    private Path source = folder;

    @BeforeEach
    void aSmallSource() throws IOException {
        program = new Photoledger(folder);
        source = Files.createDirectory(folder.resolve("leak"));
        SmallPhotos.fill(source, 5);
    }

    private void refused(int exitCode, String words, String... arguments) {
        Photoledger.Ended ended = program.run(arguments);
        assertThat(ended.exitCode()).as(ended.errors()).isEqualTo(exitCode);
        assertThat(ended.errors()).contains(words);
        assertThat(ended.errors().lines()).hasSize(1);
    }

    @Test
    void aMissingSourceIsNamed() {
        refused(10, "There is no source at", "import", folder.resolve("nowhere").toString());
        assertThat(program.home()).doesNotExist();
    }

    @Test
    void aFileIsNoSource() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        refused(2, "is not a folder", "import", file.toString());
    }

    @Test
    void aHomeInsideTheSourceIsRefused() {
        refused(2, "is inside the source", "import", folder.toString());
        assertThat(program.home()).doesNotExist();
    }

    @Test
    void anUnknownOptionGetsASuggestion() {
        refused(2, "did you mean --limit?", "import", source.toString(), "--limt", "3");
    }

    @Test
    void aRetryOfWhatWasNotLostIsRefused() {
        refused(2, "retry takes quarantined or unreadable", "retry", "1", "--outcome", "recorded");
        refused(2, "retry those in a run of their own", "retry", "1", "--part", "text", "--reason", "DEADLINE");
        refused(2, "a media type such as image/jpeg", "retry", "1", "--type", "jpg");
    }

    @Test
    void anUnknownVerbGetsASuggestion() {
        refused(2, "did you mean import?", "imprt", source.toString());
    }

    @Test
    void anUnknownSettingGetsASuggestion() throws IOException {
        Path settings = Files.writeString(folder.resolve("s.yml"), "photoledger:\n  workers:\n    cuont: 1\n");
        refused(
                2,
                "did you mean photoledger.workers.count?",
                "import",
                source.toString(),
                "--config",
                settings.toString());
        assertThat(program.home()).doesNotExist();
    }

    @Test
    void aSettingOutOfRangeIsNamed() throws IOException {
        Path settings = Files.writeString(folder.resolve("s.yml"), "photoledger:\n  import:\n    chunk-size: 0\n");
        refused(2, "must be 1 to 10000", "import", source.toString(), "--config", settings.toString());
        assertThat(program.home()).doesNotExist();
    }

    @Test
    void readingVerbsNeedAHome() {
        refused(10, "There is no home at", "runs");
        assertThat(program.home()).doesNotExist();
    }

    @Test
    void aFolderThatIsNoHomeIsLeftAsItIs() throws IOException {
        Files.createDirectory(program.home());
        refused(10, "There is no collection in", "runs");
        assertThat(program.home()).isEmptyDirectory();
    }

    @Test
    void optionsOutOfRangeLeaveNothingBehind() {
        refused(2, "must be 1 to 1024", "import", source.toString(), "--workers", "0");
        refused(2, "such as 60s or 8h", "import", source.toString(), "--lock-wait", "soon");
        refused(2, "at most 365d", "import", source.toString(), "--lock-wait", "9999999999999d");
        assertThat(program.home()).doesNotExist();
    }

    @Test
    void anExportThatCannotBeWrittenIsOneSentence() throws IOException {
        assertThat(program.run("import", source.toString(), "--text", "off").exitCode())
                .isZero();
        Path file = Files.writeString(folder.resolve("file"), "x");
        refused(2, "cannot be written", "export", "-o", file.resolve("x").toString());
    }

    @Test
    void anotherFolderInTheSourcesPlaceThatHoldsItsFilesIsThisSource() throws IOException {
        assertThat(program.run("import", source.toString(), "--text", "off").exitCode())
                .isZero();
        Files.move(source, folder.resolve("old"));
        Files.createDirectory(source);
        SmallPhotos.fill(source, 6);
        Photoledger.Ended ended = program.run("import", source.toString(), "--text", "off", "--json");
        assertThat(ended.exitCode()).as(ended.lines() + ended.errors()).isZero();
        assertThat(ended.number("names")).isEqualTo(6);
    }

    @Test
    void anUnknownRunIsNamed() {
        assertThat(program.run("import", source.toString(), "--text", "off").exitCode())
                .isZero();
        refused(10, "There is no run 7", "files", "7");
    }

    @Test
    void aHeldHomeNamesItsHolder() throws IOException {
        Files.createDirectories(program.home());
        try (FileChannel channel = FileChannel.open(
                        program.home().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            refused(11, "Another command holds the home", "import", source.toString(), "--lock-wait", "1s");
        }
    }

    @Test
    void aDatabaseInUseIsNamed() throws IOException {
        Files.createDirectories(program.home());
        try (Database database = Database.open(DatabaseSettings.h2In(program.home()))) {
            assertThat(database.runs().all()).isEmpty();
            refused(12, "is in use by another program", "import", source.toString());
        }
    }

    @Test
    void aNewerSchemaIsLeftAlone() throws IOException {
        Files.createDirectories(program.home());
        try (Database database = Database.open(DatabaseSettings.h2In(program.home()))) {
            JdbcClient.create(database.dataSource()).sql("""
                            insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script",
                                "installed_by", "execution_time", "success")
                            select max("installed_rank") + 1, '99', 'later', 'SQL', 'V99', 'x', 1, true from "flyway_schema_history"
                            """).update();
        }
        refused(12, "which a newer release wrote", "import", source.toString());
    }

    @Test
    void aNameThatBelongsToAnotherSourceIsRefused() throws IOException {
        assertThat(program.run("import", source.toString(), "--text", "off").exitCode())
                .isZero();
        Path other = Files.createDirectories(folder.resolve("elsewhere/leak"));
        SmallPhotos.fill(other, 3);
        refused(2, "belongs to another source", "import", other.toString());
        refused(2, "or add --accept-changes to put this in its place", "import", other.toString(), "--name", "leak");
        Photoledger.Ended accepted =
                program.run("import", other.toString(), "--text", "off", "--json", "--accept-changes");
        assertThat(accepted.exitCode()).as(accepted.errors()).isZero();
        assertThat(accepted.number("names")).isEqualTo(3);
        assertThat(accepted.lines()).anyMatch(line -> line.contains("another folder than before stands"));
    }

    @Test
    void aNameThatIsNoneIsRefused() {
        for (String name : new String[] {"", " ", "a/b", "a\nb"}) {
            refused(2, "--name is", "import", source.toString(), "--name", name);
        }
        assertThat(program.home()).doesNotExist();
    }

    @Test
    void anEmptyDatabaseFileIsNamed() throws IOException {
        Files.createDirectories(program.home());
        Files.createFile(program.home().resolve("photoledger.mv.db"));
        refused(12, "is empty (0 bytes)", "import", source.toString());
    }

    @Test
    void anEmptyFolderInTheSourcesPlaceIsRefused() throws IOException {
        assertThat(program.run("import", source.toString(), "--text", "off").exitCode())
                .isZero();
        Path mounted = Files.move(source, folder.resolve("old"));
        Files.createDirectory(source);
        refused(13, "is empty and is not the one", "import", source.toString());
        Files.delete(source);
        Files.move(mounted, source);
        Photoledger.Ended ended = program.run("import", source.toString(), "--text", "off", "--json");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.number("unchanged")).isEqualTo(5);
    }

    @Test
    void anEmptyFolderInTheSourcesPlaceIsTheSourceWhereTheOperatorSaysSo() throws IOException {
        assertThat(program.run("import", source.toString(), "--text", "off").exitCode())
                .isZero();
        Files.move(source, folder.resolve("old"));
        Files.createDirectory(source);
        Photoledger.Ended ended =
                program.run("import", source.toString(), "--text", "off", "--json", "--accept-changes");
        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        assertThat(ended.number("names")).isZero();
    }

    @Test
    void aLimitBelowOneIsRefused() {
        refused(2, "must be at least 1", "import", source.toString(), "--limit", "0");
    }

    @Test
    void errorsAreJsonWhereJsonIsAskedFor() {
        Photoledger.Ended ended =
                program.run("import", folder.resolve("nowhere").toString(), "--json");
        assertThat(ended.lastLine()).contains("\"type\":\"error\"", "\"exitCode\":10");
        assertThat(ended.errors()).isEmpty();
    }
}
