package org.photoledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.photoledger.testing.PostgresServer;

class PostgresStoreIT extends StoreContract {

    @Override
    DatabaseSettings settings(Path home) {
        return new DatabaseSettings(PostgresServer.newDatabase(), "postgres", "postgres", true);
    }

    @Test
    void aServerDatabaseServesOneProgramAtATime() {
        DatabaseSettings shared = settings(Path.of(""));
        try (Database first = Database.open(shared)) {
            assertThat(first.unsafe()).isTrue();
            assertThatThrownBy(() -> Database.open(shared))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining("is in use by another program");
        }
        Database.open(shared).close();
    }
}
