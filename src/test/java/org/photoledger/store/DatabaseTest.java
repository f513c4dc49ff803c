package org.photoledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DatabaseTest {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:x",
                "jdbc:h2:tcp://localhost/x",
                "jdbc:h2:file:/x;FILE_LOCK=NO",
                "jdbc:h2:file:/x;write_delay=500",
                "jdbc:h2:file:/x;TRACE_LEVEL_FILE=3",
                "jdbc:h2:file:/x;INIT=RUNSCRIPT FROM 'x'",
                "jdbc:mysql://x"
            })
    void weakeningUrlsAreRefused(String url) {
        assertThatThrownBy(() -> new DatabaseSettings(url, null, null, false))
                .isInstanceOf(DatabaseUnavailableException.class);
    }

    /** Tried by deleting the file that cannot be opened and beginning anew: nothing was thrown. */
    @Test
    void aDamagedFileIsNamedAndNeverRecreated() throws IOException {
        Path file = folder.resolve("photoledger.mv.db");
        Files.writeString(file, "not a database ".repeat(1_000));
        assertThatThrownBy(() -> Database.open(DatabaseSettings.h2In(folder)))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("cannot be opened");
        assertThat(Files.readString(file)).startsWith("not a database");
    }

    /** Tried by taking the work of requireContent out: it was taken for a new one. */
    @Test
    void anEmptyFileIsNamedAndNotTakenForANewOne() throws IOException {
        Path file = Files.createFile(folder.resolve("photoledger.mv.db"));
        assertThatThrownBy(() -> Database.open(DatabaseSettings.h2In(folder)))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("is empty (0 bytes)");
        assertThat(file).isEmptyFile();
    }

    @Test
    void statementsThatFailLeaveNoTraceWithTheirValues() {
        try (Database database = Database.open(DatabaseSettings.h2In(folder))) {
            JdbcClient client = JdbcClient.create(database.dataSource());
            assertThatThrownBy(() ->
                            client.sql("select 'secret' from nowhere").query().listOfRows())
                    .isInstanceOfSatisfying(
                            DataAccessException.class,
                            failure -> assertThat(Database.codeOf(failure))
                                    .isEqualTo("SQL state 42S02, code 42102")
                                    .doesNotContain("secret"));
        }
        assertThat(folder).isDirectoryNotContaining("glob:**trace*");
    }

    /** Tried by taking out the check of each of the two settings: the file that it is against was taken. */
    @Test
    void anH2ThatDoesNotKeepWhatItAcknowledgesIsRefused() {
        for (String weak : new String[] {"WRITE_DELAY=500;REUSE_SPACE=FALSE", "WRITE_DELAY=0"}) {
            var source = new DriverManagerDataSource("jdbc:h2:file:" + folder.resolve("weak") + ";" + weak, "sa", "");
            assertThatThrownBy(() -> Durability.require(JdbcClient.create(source), DatabaseSettings.h2In(folder)))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining("not safe to write to");
        }
    }

    @Test
    void aHomeWithASemicolonIsRefused() {
        assertThatThrownBy(() -> DatabaseSettings.h2In(folder.resolve("a;INIT=x")))
                .hasMessageContaining("semicolon");
    }

    @Test
    void aNewFileThatWasLeftHalfMadeIsMadeAnew() throws IOException {
        Files.writeString(folder.resolve("photoledger.new.mv.db"), "killed while it was made");
        try (Database database = Database.open(DatabaseSettings.h2In(folder))) {
            assertThat(database.runs().all()).isEmpty();
        }
        assertThat(folder.resolve("photoledger.mv.db")).exists();
        assertThat(folder.resolve("photoledger.new.mv.db")).doesNotExist();
    }
}
