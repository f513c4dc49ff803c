package org.photoledger.job;

import java.nio.file.Path;
import org.photoledger.store.DatabaseSettings;

class H2LinkingTest extends LinkingContract {

    @Override
    DatabaseSettings settings(Path home) {
        return DatabaseSettings.h2In(home);
    }
}
