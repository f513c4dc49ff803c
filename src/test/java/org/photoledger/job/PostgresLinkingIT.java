package org.photoledger.job;

import java.nio.file.Path;
import org.photoledger.store.DatabaseSettings;
import org.photoledger.testing.PostgresServer;

class PostgresLinkingIT extends LinkingContract {

    @Override
    DatabaseSettings settings(Path home) {
        return new DatabaseSettings(PostgresServer.newDatabase(), "postgres", "postgres", true);
    }
}
