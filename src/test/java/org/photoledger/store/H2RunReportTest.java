package org.photoledger.store;

import java.nio.file.Path;

class H2RunReportTest extends RunReportContract {

    @Override
    DatabaseSettings settings(Path home) {
        return DatabaseSettings.h2In(home);
    }
}
