package org.photoledger.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.export.Exporter;
import org.photoledger.source.Source;
import org.photoledger.source.SourceFingerprint;

/** A new database for each test of a contract, with what every contract needs of it. */
abstract class DatabaseContract {

    /** Finer than the milliseconds that the tables keep. */
    static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123456Z");

    /** No file is too large. */
    static final long ANY_SIZE = Long.MAX_VALUE;

    @TempDir
    private Path folder = Path.of("");

    private @Nullable Database opened;

    abstract DatabaseSettings settings(Path home);

    Database database() {
        return Objects.requireNonNull(opened);
    }

    @BeforeEach
    void open() {
        opened = Database.open(settings(folder));
    }

    @AfterEach
    void close() {
        database().close();
    }

    /** Another run of one source. */
    Run aRun() {
        StoredSource source = database()
                .sources()
                .byName("leak")
                .orElseGet(() -> database()
                        .sources()
                        .register(new Source("leak", "/leak/", SourceFingerprint.drawn()), "op", NOON));
        return database().runs().create(new NewRun(source.id(), NOON, "op", "{}", "d".repeat(64), "1"));
    }

    /** The folder with all tables. */
    Path exported(Exporter.Format format) {
        Path out = folder.resolve("out");
        new Exporter(database()).export(format, out);
        return out;
    }
}
