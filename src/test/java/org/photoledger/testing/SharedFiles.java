package org.photoledger.testing;

import java.nio.file.Path;

/** Files that lie beside the repository on a developer's machine; tests that need them are skipped where they are absent. */
public final class SharedFiles {

    private SharedFiles() {}

    public static Path repository() {
        return Path.of(System.getProperty("photoledger.repository", "")).toAbsolutePath();
    }

    public static Path folder(String name) {
        return repository().resolve("../shared/data").resolve(name).normalize();
    }
}
