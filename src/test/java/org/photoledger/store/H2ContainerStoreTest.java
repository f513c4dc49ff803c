package org.photoledger.store;

import java.nio.file.Path;

class H2ContainerStoreTest extends ContainerStoreContract {

    @Override
    DatabaseSettings settings(Path home) {
        return DatabaseSettings.h2In(home);
    }
}
