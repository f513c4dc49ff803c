package org.photoledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.testing.EarlierSchema;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An H2 file of an earlier release. */
class MigrationTest {

    @TempDir
    private Path folder = Path.of("");

    private DatabaseSettings earlier() {
        DatabaseSettings settings = DatabaseSettings.h2In(folder);
        try (Database database = Database.open(settings)) {
            EarlierSchema.putBack(database.dataSource());
        }
        return settings;
    }

    /** Tried by asking after the migration: the version was the present one. */
    @Test
    void itIsShownAsItIsBeforeItIsMigratedAndNeverAgain() {
        DatabaseSettings settings = earlier();
        List<String> versions = new ArrayList<>();
        Database.open(settings, copy -> versions.add(copy.schemaVersion())).close();
        Database.open(settings, copy -> versions.add(copy.schemaVersion())).close();
        assertThat(versions).containsExactly(EarlierSchema.VERSION);
        assertThat(folder.toFile().list()).containsExactly("photoledger.mv.db");
    }

    /** Tried by asking after the migration: it was migrated. */
    @Test
    void whereItCannotBeKeptNothingIsChanged() throws IOException {
        DatabaseSettings settings = earlier();
        Path file = folder.resolve("photoledger.mv.db");
        assertThatThrownBy(() -> Database.open(settings, copy -> {
                    throw new DatabaseUnavailableException("no room");
                }))
                .hasMessage("no room");
        List<String> versions = new ArrayList<>();
        Database.open(settings, copy -> versions.add(copy.schemaVersion())).close();
        assertThat(versions).containsExactly(EarlierSchema.VERSION);
        assertThat(Files.size(file)).isPositive();
    }

    /** A new file is none of an earlier release. */
    @Test
    void aNewFileIsNotShown() {
        List<String> versions = new ArrayList<>();
        Database.open(DatabaseSettings.h2In(folder), copy -> versions.add(copy.schemaVersion()))
                .close();
        assertThat(versions).isEmpty();
    }

    private DatabaseSettings changed(String statement) {
        DatabaseSettings settings = DatabaseSettings.h2In(folder);
        try (Database database = Database.open(settings)) {
            JdbcClient.create(database.dataSource()).sql(statement).update();
        }
        return settings;
    }

    /** What a flipped bit leaves: it was told as a newer release's. */
    @Test
    void aVersionThatNoReleaseHasIsNamedAsDamage() {
        DatabaseSettings settings =
                changed("update \"flyway_schema_history\" set \"version\" = '0.5' where \"installed_rank\" = 2");
        assertThatThrownBy(() -> Database.open(settings))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContainingAll("0.5, which no release has", "photoledger rebuild");
    }

    /** Seen where a byte of the history was flipped, as an unexpected failure of Flyway. */
    @Test
    void aHistoryThatCannotBeReadIsNamedAsDamage() {
        DatabaseSettings settings = changed("alter table \"flyway_schema_history\" drop column \"checksum\"");
        assertThatThrownBy(() -> Database.open(settings))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContainingAll("cannot be read", "restore a backup");
    }
}
