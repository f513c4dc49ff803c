package org.photoledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.photoledger.testing.PostgresServer;

/** The tests' server runs without fsync: it is refused unless that is allowed, and then known to be so. */
class PostgresDurabilityIT {

    /** Tried by taking the call of Durability.require out: the server was taken. */
    @Test
    void aServerThatMayLoseWhatItAcknowledgesIsRefusedUnlessThatIsAllowed() {
        String url = PostgresServer.newDatabase();
        assertThatThrownBy(() -> Database.open(new DatabaseSettings(url, null, null, false)))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("fsync off");
        try (Database database = Database.open(new DatabaseSettings(url, null, null, true))) {
            assertThat(database.unsafe()).isTrue();
        }
    }
}
