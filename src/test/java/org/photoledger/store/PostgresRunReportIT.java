package org.photoledger.store;

import java.nio.file.Path;
import org.photoledger.testing.PostgresServer;

class PostgresRunReportIT extends RunReportContract {

    @Override
    DatabaseSettings settings(Path home) {
        return new DatabaseSettings(PostgresServer.newDatabase(), "postgres", "postgres", true);
    }
}
