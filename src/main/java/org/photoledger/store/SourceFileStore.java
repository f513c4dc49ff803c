package org.photoledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.photoledger.digest.Sha256;
import org.photoledger.source.Outcome;
import org.photoledger.source.Reason;
import org.photoledger.source.ScannedName;
import org.photoledger.source.SourcePath;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The source files of a home: one row for each name and observation, each with exactly one outcome. */
public final class SourceFileStore {

    static final String SELECT_ROW = """
            select f.id, s.name as source, f.path, f.observation, f.size, f.sha256, f.media_type, f.outcome, f.reason,
                f.attempts, f.run_id
            from source_file f join source s on s.id = f.source_id
            """;

    private final JdbcTemplate template;
    private final JdbcClient client;
    private final FindingRows findings;
    private final NameRegister register;
    private final DocumentRows documents;
    private final RunBooks books;

    SourceFileStore(JdbcTemplate template, JdbcClient client, FindingRows findings) {
        this.template = template;
        this.client = client;
        this.findings = findings;
        this.register = new NameRegister(template, client);
        this.documents = new DocumentRows(client);
        this.books = new RunBooks(client);
    }

    /**
     * Registers a chunk of scanned names for a launch of a run; idempotent. A file that could not be read is taken up
     * again, and one that was too large where it is within fileBytes now.
     */
    public InventoryResult take(Run run, long fileBytes, List<ScannedName> names) {
        return register.take(run, fileBytes, names);
    }

    /** How many names a launch's walk saw, by the table. */
    public long seen(long run, int launch) {
        return client.sql("""
                        select count(*) from source_file
                        where last_seen_run = :run and last_seen_launch = :launch and root_id is null
                        """)
                .param("run", run)
                .param("launch", launch)
                .query(Long.class)
                .single();
    }

    /** The next files of the source that a run has to examine, after an id, in id order; not those that wait to be opened. */
    public List<PendingFile> pending(long run, long afterId, int limit) {
        return client.sql("""
                        select id, path_bytes, size, modified, sha256 from source_file
                        where run_id = :run and outcome = 'pending' and id > :after and root_id is null
                            and media_type is null
                        order by run_id, outcome, id fetch first :limit rows only
                        """)
                .param("run", run)
                .param("after", afterId)
                .param("limit", limit)
                .query((row, index) -> new PendingFile(
                        row.getLong("id"),
                        SourcePath.ofBytes(row.getBytes("path_bytes")),
                        row.getLong("size"),
                        instant(row, "modified"),
                        row.getString("sha256") == null ? null : new Sha256(row.getString("sha256"))))
                .list();
    }

    /**
     * What is decided already about the same bytes, unless it was decided by where they stand or by what nobody knew, or before
     * a run that tries such a file again.
     */
    public Optional<KnownContent> known(Sha256 sha256) {
        Optional<KnownContent> photo = client.sql("select media_type from photo where sha256 = :sha256")
                .param("sha256", sha256.hex())
                .query((row, index) -> new KnownContent(row.getString("media_type"), Outcome.RECORDED, null))
                .optional();
        return photo.or(() -> client.sql("""
                        select media_type, outcome, reason from source_file
                        where sha256 = :sha256 and (outcome = 'ignored' or outcome = 'quarantined'
                            and reason not in ('ENCRYPTED', 'CONTAINER_LIMIT', 'NESTED_TOO_DEEP')
                            and not exists (select 1 from source_file p where p.sha256 = :sha256 and p.outcome = 'pending'
                                and p.run_id > source_file.run_id))
                        order by id fetch first 1 rows only
                        """)
                .param("sha256", sha256.hex())
                .query((row, index) -> new KnownContent(
                        row.getString("media_type"), Outcome.ofWord(row.getString("outcome")), reason(row)))
                .optional());
    }

    /** How many files {@link #pending} gives from the first on. */
    public long pendingCount(long run) {
        return client.sql("""
                        select count(*) from source_file
                        where run_id = :run and outcome = 'pending' and root_id is null and media_type is null
                        """).param("run", run).query(Long.class).single();
    }

    /**
     * A run takes up files that another lost; they are its names. What was encrypted is opened with the digest that it has; all
     * others are examined from the beginning.
     */
    public Run takeAgain(Run run, long of, LostFiles lost) {
        List<Long> ids = lost.ids(client, of);
        template.batchUpdate(
                "delete from finding where source_file_id = ?",
                ids.stream().map(id -> new Object[] {id}).toList());
        template.batchUpdate(
                """
                update source_file set outcome = 'pending', run_id = ?, last_seen_run = ?, last_seen_launch = ?,
                    media_type = case when reason = 'ENCRYPTED' then media_type end, reason = null,
                    ledger_line = case when ledger_line is null then null else -1 end
                where id = ?
                """,
                ids.stream()
                        .map(id -> new Object[] {run.number(), run.number(), run.executions(), id})
                        .toList());
        client.sql("update import_run set walked = 0, unchanged = 0, names = :names where number = :run")
                .param("names", ids.size())
                .param("run", run.number())
                .update();
        return run;
    }

    /** Gives each of a chunk's pending files its outcome; a file that is not pending is a bug and fails the chunk. */
    public void settle(List<SettledFile> files) {
        int[] updated = template.batchUpdate(
                """
                update source_file set outcome = ?, reason = ?, sha256 = ?, media_type = ?, attempts = ?, size = ?, modified = ?,
                    ledger_line = -1
                where id = ? and outcome = 'pending'
                """, files.stream().map(SourceFileStore::columns).toList());
        for (int count : updated) {
            if (count != 1) {
                throw new IllegalStateException("a file was settled twice");
            }
        }
        FindingRows.Batch batch = findings.batch();
        files.forEach(file -> batch.ofSourceFile(file.id(), file.findings()));
        batch.write();
        documents.keep(files);
    }

    private static Object[] columns(SettledFile file) {
        return new Object[] {
            file.outcome().word(),
            file.reason() == null ? null : file.reason().name(),
            file.sha256() == null ? null : file.sha256().hex(),
            StorableText.orNull(file.mediaType()),
            file.attempts(),
            file.size(),
            timestamp(NameRegister.millis(file.modified())),
            file.id()
        };
    }

    /**
     * Of the files with one digest the first by run, path bytes of the file of the source, place in that and observation
     * is {@code recorded}, the others are {@code duplicate}: so it never depends on the order in which they were examined.
     */
    public int decideDuplicates(long run) {
        List<Object[]> changes = client.sql("""
                        select id, place from (
                            select f.id, f.outcome, row_number() over (partition by f.sha256
                                order by f.run_id, coalesce(r.path_bytes, f.path_bytes), f.member_place, f.observation,
                                    f.source_id) as place
                            from source_file f left join source_file r on r.id = f.root_id
                            where f.outcome in ('recorded', 'duplicate')
                                and f.sha256 in (select sha256 from source_file where run_id = :run and sha256 is not null)
                        ) ranked
                        where (place = 1 and outcome = 'duplicate') or (place > 1 and outcome = 'recorded')
                        """)
                .param("run", run)
                .query((row, index) ->
                        new Object[] {row.getLong("place") == 1 ? "recorded" : "duplicate", row.getLong("id")})
                .list();
        template.batchUpdate("update source_file set outcome = ? where id = ?", changes);
        return changes.size();
    }

    /** The books of a run: as it was closed where it is complete, else as far as it has come. */
    public RunCounts counts(long run, long sourceId) {
        return books.counts(run, sourceId);
    }

    /** Keeps the books of a run that is complete now, whatever later runs take up again. */
    public void close(long run, RunCounts counts) {
        books.close(run, counts);
    }

    /** The files that a run took up, in byte order of their paths; all, or only those of an outcome or a reason. */
    public List<FileRow> files(long run, @Nullable Outcome outcome, @Nullable Reason reason) {
        return client.sql(SELECT_ROW + """
                         where f.run_id = :run and (:outcome is null or f.outcome = :outcome)
                            and (:reason is null or f.reason = :reason)
                        order by f.path_bytes, f.observation
                        """)
                .param("run", run)
                .param("outcome", new SqlParameterValue(Types.VARCHAR, outcome == null ? null : outcome.word()))
                .param("reason", new SqlParameterValue(Types.VARCHAR, reason == null ? null : reason.name()))
                .query(SourceFileStore::fileRow)
                .list();
    }

    public List<FileRow> bySha256(Sha256 sha256) {
        return client.sql(SELECT_ROW + " where f.sha256 = :sha256 order by f.run_id, f.path_bytes, f.observation")
                .param("sha256", sha256.hex())
                .query(SourceFileStore::fileRow)
                .list();
    }

    public List<FileRow> byPath(String path) {
        return client.sql(SELECT_ROW
                        + " where f.path = :path or s.name || '/' || f.path = :path order by f.run_id, f.observation")
                .param("path", StorableText.of(path))
                .query(SourceFileStore::fileRow)
                .list();
    }

    static FileRow fileRow(ResultSet row, int index) throws SQLException {
        return new FileRow(
                row.getLong("id"),
                row.getString("source"),
                row.getString("path"),
                row.getInt("observation"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("media_type"),
                Outcome.ofWord(row.getString("outcome")),
                reason(row),
                row.getInt("attempts"),
                row.getLong("run_id"));
    }

    private static @Nullable Reason reason(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return reason == null ? null : Reason.valueOf(reason);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** A parameter of the column's type, null included: PostgreSQL must be told the type of a null. */
    static SqlParameterValue timestamp(@Nullable Instant instant) {
        return new SqlParameterValue(
                Types.TIMESTAMP_WITH_TIMEZONE, instant == null ? null : instant.atOffset(ZoneOffset.UTC));
    }
}
