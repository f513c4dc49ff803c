package org.photoledger.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An open H2 database as a file that can be copied while it is open. Ask it only where no transaction is open: then all that it tells
 * is of one moment.
 */
public final class DatabaseCopy {

    private final JdbcClient client;

    DatabaseCopy(DataSource dataSource) {
        this.client = JdbcClient.create(dataSource);
    }

    /** The schema's version, such as 9. */
    public String schemaVersion() {
        return client.sql("""
                        select "version" from "flyway_schema_history"
                        where "success" and "version" is not null order by "installed_rank" desc fetch first row only
                        """).query(String.class).single();
    }

    /** The home's id and the last line of its ledger; empty where the home has no ledger yet, or its schema is older than that. */
    public Optional<LedgerStore.Named> named() {
        long tables = client.sql("select count(*) from information_schema.tables where table_name = 'LEDGER_HEAD'")
                .query(Long.class)
                .single();
        return tables == 0 ? Optional.empty() : LedgerStore.named(client);
    }

    /**
     * Writes a zip with the database's file in it, encrypted as the database is. H2 copies by its own channel: to open the file a second time and
     * close it would give up the lock on it.
     */
    public void writeTo(Path zip) {
        try {
            client.sql("checkpoint sync").update();
            client.sql("backup to ?").param(zip.toAbsolutePath().toString()).update();
        } catch (DataAccessException e) {
            throw new UncheckedIOException("the database cannot be copied", new IOException(Database.codeOf(e), e));
        }
    }

    FileUse use() {
        long bytes = setting("info.FILE_SIZE");
        return new FileUse(bytes, bytes * setting("info.CHUNKS_FILL_RATE") / 100);
    }

    private long setting(String name) {
        return client.sql(
                        "select cast(setting_value as bigint) from information_schema.settings where setting_name = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }
}
