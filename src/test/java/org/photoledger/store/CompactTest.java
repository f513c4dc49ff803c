package org.photoledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An H2 file written anew. */
class CompactTest {

    private static final FileKey KEY = FileKey.of("a key");
    private static final FileKey OTHER = FileKey.of("another");

    @TempDir
    private Path folder = Path.of("");

    private DatabaseSettings plain = new DatabaseSettings("jdbc:h2:file:/x", null, null, false);
    private Path file = Path.of("");

    @BeforeEach
    void nameFile() {
        plain = DatabaseSettings.h2In(folder);
        file = folder.resolve("photoledger.mv.db");
    }

    private static JdbcClient sql(Database database) {
        return JdbcClient.create(database.dataSource());
    }

    /** A name of all kinds of characters, a sequence that stands at five, and as much dead space as many updates leave. */
    private static void fill(DatabaseSettings settings) {
        try (Database database = Database.open(settings)) {
            for (int number = 1; number < 5; number++) {
                sql(database)
                        .sql("insert into source (name, root_uri, fingerprint) values (:name, :uri, 'a')")
                        .param("name", "case 'x'; --\n\u0000\ud800\ud83d\ude00 " + number)
                        .param("uri", "b".repeat(50_000))
                        .update();
            }
            for (int change = 0; change < 100; change++) {
                sql(database)
                        .sql("update source set fingerprint = :change")
                        .param("change", "c" + change)
                        .update();
            }
        }
    }

    private static Map<String, String> contents(DatabaseSettings settings) throws SQLException {
        try (Database database = Database.open(settings);
                Connection connection = database.dataSource().getConnection()) {
            TableContents.requireViews(connection);
            return TableContents.of(connection);
        }
    }

    private @Nullable FileKey key(String name) {
        return name.equals("none") ? null : name.equals("key") ? KEY : OTHER;
    }

    /** Tried by leaving the semicolon at each statement's end, which makes every view of the new file invalid: the check refused it. */
    @ParameterizedTest
    @CsvSource({"none, none", "none, key", "key, key", "key, other", "key, none"})
    void theNewFileHoldsTheSameWithoutTheDeadSpaceUnderTheKeyThatWasGiven(String before, String after)
            throws SQLException, IOException {
        DatabaseSettings old = plain.withKey(key(before));
        fill(old);
        Map<String, String> contents = contents(old);
        long bytes = Files.size(file);
        try (Database database = Database.open(old)) {
            database.compact(key(after));
        }
        assertThat(Files.size(file)).isLessThan(bytes / 2);
        assertThat(folder.toFile().list()).containsExactly("photoledger.mv.db");
        assertThat(EncryptedFile.is(file)).isEqualTo(!after.equals("none"));
        DatabaseSettings now = plain.withKey(key(after));
        assertThat(contents(now)).isEqualTo(contents).containsKey("SOURCE");
        try (Database database = Database.open(now)) {
            assertThat(sql(database)
                            .sql("insert into source (name, root_uri, fingerprint) values ('next', 'a', 'a')")
                            .update())
                    .isOne();
            assertThat(sql(database)
                            .sql("select max(id) from source")
                            .query(Long.class)
                            .single())
                    .isEqualTo(5);
            assertThat(database.fileUse().live())
                    .isGreaterThan(database.fileUse().bytes() / 2);
        }
        if (!before.equals(after)) {
            assertThatThrownBy(() -> Database.open(old).close()).isInstanceOf(DatabaseUnavailableException.class);
        }
    }

    /** Tried by comparing the numbers of rows alone: the changed file was taken. */
    @Test
    void aNewFileThatHoldsSomethingElseIsNotTaken() throws SQLException {
        fill(plain);
        DatabaseSettings draft = plain.withH2File(folder.resolve("draft"));
        try (Database database = Database.open(plain)) {
            FreshDatabaseFile.replace(
                    draft,
                    made -> {
                        new Compaction(database.dataSource(), made).run();
                        change(made);
                    },
                    () -> {});
            assertThatThrownBy(() -> {
                        try (Connection source = database.dataSource().getConnection();
                                Database other = Database.open(draft);
                                Connection target = other.dataSource().getConnection()) {
                            Compaction.requireEqual(source, target);
                        }
                    })
                    .isInstanceOf(CompactionException.class)
                    .hasMessageContaining("SOURCE=4 rows");
        }
    }

    private static void change(DatabaseSettings settings) {
        try (Database database = Database.open(settings)) {
            sql(database)
                    .sql("update source set fingerprint = 'd' where id = 2")
                    .update();
        }
    }

    /** Tried by deleting the old file first: an empty one was there. */
    @Test
    void whereTheNewFileCannotBeWrittenTheOldOneStays() throws SQLException, IOException {
        fill(plain);
        Map<String, String> contents = contents(plain);
        Database database = Database.open(plain);
        // a folder where the draft would be
        Files.createDirectories(folder.resolve("photoledger.new.mv.db/full"));
        assertThatThrownBy(() -> database.compact(KEY)).isInstanceOf(CompactionException.class);
        Files.delete(folder.resolve("photoledger.new.mv.db/full"));
        Files.deleteIfExists(folder.resolve("photoledger.new.mv.db"));
        assertThat(contents(plain)).isEqualTo(contents);
    }

    /** Tried by not removing it: clear text of a compact that was killed lay beside the encrypted file. */
    @Test
    void whatAKilledCompactLeftIsThrownAwayByTheNextCommand() throws IOException {
        fill(plain.withKey(KEY));
        Path left = Files.writeString(folder.resolve("photoledger.new.mv.db"), "clear text", StandardCharsets.US_ASCII);
        Database.open(plain.withKey(KEY)).close();
        assertThat(left).doesNotExist();
    }
}
