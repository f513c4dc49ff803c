package org.photoledger.store;

import java.net.URI;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.photoledger.source.Source;
import org.photoledger.source.SourceFingerprint;
import org.photoledger.source.SourcePath;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sources of a home and their acquisitions. */
public final class SourceStore {

    private static final String SELECT = "select id, name, root_uri, fingerprint, fingerprint_kind from source";

    private final JdbcClient client;

    SourceStore(JdbcClient client) {
        this.client = client;
    }

    public Optional<StoredSource> byName(String name) {
        return client.sql(SELECT + " where name = :name")
                .param("name", StorableText.of(name))
                .query(SourceStore::stored)
                .optional();
    }

    /** The source that lies on a volume under a path, wherever it is mounted; the first where several do. */
    public Optional<StoredSource> byFingerprint(SourceFingerprint fingerprint) {
        return client.sql(SELECT + """
                         where fingerprint = :hex and fingerprint_kind = :kind order by id fetch first 1 rows only
                        """)
                .param("hex", fingerprint.hex())
                .param("kind", fingerprint.kind().name())
                .query(SourceStore::stored)
                .optional();
    }

    private static StoredSource stored(ResultSet row, int index) throws SQLException {
        SourceFingerprint fingerprint = new SourceFingerprint(
                SourceFingerprint.Kind.valueOf(row.getString("fingerprint_kind")), row.getString("fingerprint"));
        return new StoredSource(
                row.getLong("id"), new Source(row.getString("name"), row.getString("root_uri"), fingerprint));
    }

    /** Registers a new source with the acquisition that brought it in. */
    public StoredSource register(Source source, String operator, Instant now) {
        client.sql("""
                        insert into source (name, root_uri, fingerprint, fingerprint_kind)
                        values (:name, :root, :fingerprint, :kind)
                        """)
                .param("name", StorableText.of(source.name()))
                .param("root", source.rootUri())
                .param("fingerprint", source.fingerprint().hex())
                .param("kind", source.fingerprint().kind().name())
                .update();
        StoredSource stored = byName(source.name()).orElseThrow();
        client.sql("insert into acquisition (source_id, operator, received_at) values (:source, :operator, :at)")
                .param("source", stored.id())
                .param("operator", StorableText.of(operator))
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
        return stored;
    }

    /**
     * Names that a source should hold, with their sizes: those that were there when they were looked for last. All, or if
     * there are more the first so many by the digest of their path, which is a fair sample of them.
     */
    public List<KnownName> knownNames(long id, int most) {
        return client.sql("""
                        select f.path_bytes, f.size from source_file f join source s on s.id = f.source_id
                        where f.source_id = :id and f.outcome <> 'unreadable'
                            and (f.last_seen_run > s.names_since_run
                                or (f.last_seen_run = s.names_since_run and f.last_seen_launch >= s.names_since_launch))
                            and f.root_id is null
                            and not exists (select 1 from source_file n where n.source_id = f.source_id
                                and n.path_key = f.path_key and n.observation > f.observation)
                            and not exists (select 1 from absence a where a.source_file_id = f.id and a.until_run is null)
                        order by f.path_key fetch first :most rows only
                        """)
                .param("id", id)
                .param("most", most)
                .query((row, index) ->
                        new KnownName(SourcePath.ofBytes(row.getBytes("path_bytes")), row.getLong("size")))
                .list();
    }

    /** The source is elsewhere now, or known by another fingerprint. */
    public void moved(long id, Source now) {
        client.sql("""
                        update source set root_uri = :root, fingerprint = :fingerprint, fingerprint_kind = :kind
                        where id = :id
                        """)
                .param("root", now.rootUri())
                .param("fingerprint", now.fingerprint().hex())
                .param("kind", now.fingerprint().kind().name())
                .param("id", id)
                .update();
    }

    /** Another folder stands for the source from a launch of a run on: the names that were seen before are not those of it. */
    public void replaced(Run run, Source now) {
        moved(run.sourceId(), now);
        client.sql("update source set names_since_run = :run, names_since_launch = :launch where id = :id")
                .param("run", run.number())
                .param("launch", run.executions())
                .param("id", run.sourceId())
                .update();
    }

    /** The folders of all sources, as they were named last. */
    public List<Path> roots() {
        return client.sql("select root_uri from source").query(String.class).list().stream()
                .map(uri -> Path.of(URI.create("file://" + uri)))
                .toList();
    }
}
