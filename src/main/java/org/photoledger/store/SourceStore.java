package org.photoledger.store;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.photoledger.source.Source;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sources of a home and their acquisitions. */
public final class SourceStore {

    private final JdbcClient client;

    SourceStore(JdbcClient client) {
        this.client = client;
    }

    public Optional<StoredSource> byName(String name) {
        return client.sql("select id, name, root_uri, fingerprint from source where name = :name")
                .param("name", StorableText.of(name))
                .query((row, number) -> new StoredSource(
                        row.getLong("id"),
                        new Source(row.getString("name"), row.getString("root_uri"), row.getString("fingerprint"))))
                .optional();
    }

    /** Registers a new source with the acquisition that brought it in. */
    public StoredSource register(Source source, String operator, Instant now) {
        client.sql("insert into source (name, root_uri, fingerprint) values (:name, :root, :fingerprint)")
                .param("name", StorableText.of(source.name()))
                .param("root", source.rootUri())
                .param("fingerprint", source.fingerprint())
                .update();
        StoredSource stored = byName(source.name()).orElseThrow();
        client.sql("insert into acquisition (source_id, operator, received_at) values (:source, :operator, :at)")
                .param("source", stored.id())
                .param("operator", StorableText.of(operator))
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
        return stored;
    }

    /** Whether any name was ever seen in a source. */
    public boolean hasNames(long id) {
        return client.sql("select id from source_file where source_id = :id fetch first 1 rows only")
                .param("id", id)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** The same folder is mounted elsewhere now, or another folder stands for the source. */
    public void moved(long id, Source now) {
        client.sql("update source set root_uri = :root, fingerprint = :fingerprint where id = :id")
                .param("root", now.rootUri())
                .param("fingerprint", now.fingerprint())
                .param("id", id)
                .update();
    }

    /** The folders of all sources, as they were named last. */
    public List<Path> roots() {
        return client.sql("select root_uri from source").query(String.class).list().stream()
                .map(uri -> Path.of(URI.create("file://" + uri)))
                .toList();
    }
}
