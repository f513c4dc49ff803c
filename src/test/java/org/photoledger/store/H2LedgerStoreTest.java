package org.photoledger.store;

import java.nio.file.Path;

class H2LedgerStoreTest extends LedgerStoreContract {

    @Override
    DatabaseSettings settings(Path home) {
        return DatabaseSettings.h2In(home);
    }
}
