package org.photoledger.store;

import java.nio.file.Path;
import org.photoledger.testing.PostgresServer;

class PostgresContainerStoreIT extends ContainerStoreContract {

    @Override
    DatabaseSettings settings(Path home) {
        return new DatabaseSettings(PostgresServer.newDatabase(), "postgres", "postgres", true);
    }
}
