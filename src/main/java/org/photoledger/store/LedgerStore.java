package org.photoledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.photoledger.custody.LedgerEvent;
import org.photoledger.custody.LedgerHead;
import org.photoledger.digest.Sha256;
import org.photoledger.source.Outcome;
import org.photoledger.source.SourcePath;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database knows of the home's ledger: its last line, and for each file and photo the line that tells of it. */
public final class LedgerStore {

    private static final String FILE = """
            select f.id, f.ledger_line, f.run_id, s.name as source, f.path_bytes, f.member_place, f.observation, f.sha256,
                f.size, f.media_type, f.outcome, f.reason, f.derived_by
            from source_file f join source s on s.id = f.source_id
            """;

    private final JdbcTemplate template;
    private final JdbcClient client;
    private final PhotoRecords records;

    LedgerStore(JdbcTemplate template, JdbcClient client) {
        this.template = template;
        this.client = client;
        this.records = new PhotoRecords(client);
    }

    /** The home's id and the last line of its ledger, by the database. */
    public record Named(String home, LedgerHead head) {}

    /** Empty where the home has no ledger yet. */
    public Optional<Named> named() {
        return named(client);
    }

    static Optional<Named> named(JdbcClient client) {
        return client.sql("select home, seq, hash, bytes from ledger_head")
                .query((row, index) -> new Named(
                        row.getString("home"),
                        new LedgerHead(row.getLong("seq"), row.getString("hash"), row.getLong("bytes"))))
                .optional();
    }

    /** Names the first line. */
    public void begin(String home, LedgerHead head) {
        client.sql("insert into ledger_head (id, home, seq, hash, bytes) values (1, :home, :seq, :hash, :bytes)")
                .param("home", home)
                .param("seq", head.seq())
                .param("hash", head.hash())
                .param("bytes", head.bytes())
                .update();
    }

    /** Names another line as the last, in the transaction that it is about. */
    public void name(LedgerHead head) {
        client.sql("update ledger_head set seq = :seq, hash = :hash, bytes = :bytes")
                .param("seq", head.seq())
                .param("hash", head.hash())
                .param("bytes", head.bytes())
                .update();
    }

    /** The first line of a ledger, with what is recorded already. */
    public LedgerEvent.Begun begun(String home) {
        return client.sql("""
                        select (select count(*) from import_run) as runs, (select count(*) from source_file) as files,
                            (select count(*) from photo) as photos
                        """)
                .query((row, index) ->
                        new LedgerEvent.Begun(home, row.getLong("runs"), row.getLong("files"), row.getLong("photos")))
                .single();
    }

    /**
     * What a line tells, or is to tell, of a file or photo.
     *
     * @param id of its row
     * @param line the line's number, below 1 where none is written
     */
    public record Told<E extends LedgerEvent>(long id, long line, E event) {}

    /** Some of the files whose outcome no line tells yet. */
    public List<Told<LedgerEvent.FileReceived>> owedFiles(int limit) {
        return client.sql(FILE + " where f.ledger_line = -1 fetch first :limit rows only")
                .param("limit", limit)
                .query(LedgerStore::file)
                .list();
    }

    /** Some of the photos whose record no line tells yet. */
    public List<Told<LedgerEvent.PhotoRecorded>> owedPhotos(int limit) {
        return photos("where ledger_line = -1 fetch first :limit rows only", 0, limit);
    }

    /** The files that lines after one tell of, in the lines' order. */
    public List<Told<LedgerEvent.FileReceived>> filesAfter(long line, int limit) {
        return client.sql(FILE + " where f.ledger_line > :line order by f.ledger_line fetch first :limit rows only")
                .param("line", line)
                .param("limit", limit)
                .query(LedgerStore::file)
                .list();
    }

    /** The photos that lines after one tell of, in the lines' order. */
    public List<Told<LedgerEvent.PhotoRecorded>> photosAfter(long line, int limit) {
        return photos("where ledger_line > :line order by ledger_line fetch first :limit rows only", line, limit);
    }

    private List<Told<LedgerEvent.PhotoRecorded>> photos(String where, long line, int limit) {
        record Row(long id, long line, String sha256) {}
        List<Row> rows = client.sql("select id, ledger_line, sha256 from photo " + where)
                .param("line", line)
                .param("limit", limit)
                .query((row, index) -> new Row(row.getLong("id"), row.getLong("ledger_line"), row.getString("sha256")))
                .list();
        Map<String, String> digests = records.of(rows.stream().map(Row::sha256).toList());
        return rows.stream()
                .map(row -> new Told<>(
                        row.id,
                        row.line,
                        new LedgerEvent.PhotoRecorded(row.sha256, digests.getOrDefault(row.sha256, ""))))
                .toList();
    }

    private static Told<LedgerEvent.FileReceived> file(ResultSet row, int index) throws SQLException {
        String outcome = row.getString("outcome");
        LedgerEvent.FileReceived event = new LedgerEvent.FileReceived(
                row.getLong("run_id"),
                row.getString("source"),
                SourcePath.ofBytes(row.getBytes("path_bytes")).text(),
                HexFormat.of().formatHex(row.getBytes("member_place")),
                row.getInt("observation"),
                row.getString("sha256"),
                row.getLong("size"),
                row.getString("media_type"),
                outcome.equals(Outcome.DUPLICATE.word()) ? Outcome.RECORDED.word() : outcome,
                row.getString("reason"),
                row.getString("derived_by"));
        return new Told<>(row.getLong("id"), row.getLong("ledger_line"), event);
    }

    /** Notes which lines tell of these files, by the files' ids. */
    public void filesTold(Map<Long, Long> lines) {
        told("source_file", lines);
    }

    /** Notes which lines tell of these photos, by the photos' ids. */
    public void photosTold(Map<Long, Long> lines) {
        told("photo", lines);
    }

    private void told(String table, Map<Long, Long> lines) {
        template.batchUpdate(
                "update " + table + " set ledger_line = ? where id = ?",
                lines.entrySet().stream()
                        .map(entry -> new Object[] {entry.getValue(), entry.getKey()})
                        .toList());
    }

    /** Rows that stem from before the ledger. */
    public record Before(long files, long photos) {}

    public Before before() {
        return client.sql("""
                        select (select count(*) from source_file where ledger_line = 0) as files,
                            (select count(*) from photo where ledger_line = 0) as photos
                        """)
                .query((row, index) -> new Before(row.getLong("files"), row.getLong("photos")))
                .single();
    }

    /** Paths of files that were received and of which no line tells; the first so many. */
    public List<String> untoldFiles(int most) {
        return client.sql("""
                        select s.name || '/' || f.path from source_file f join source s on s.id = f.source_id
                        where f.ledger_line < 0
                            or (f.ledger_line is null and (f.outcome <> 'pending' or f.sha256 is not null))
                        order by f.id fetch first :most rows only
                        """).param("most", most).query(String.class).list();
    }

    /** Digests of photos of which no line tells; the first so many. */
    public List<String> untoldPhotos(int most) {
        return client.sql("select sha256 from photo where ledger_line < 0 order by id fetch first :most rows only")
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** Another ledger is the one of this database, up to a line; every row owes a line until it is known which tells of it. */
    public void adopt(String home, LedgerHead head) {
        client.sql("update source_file set ledger_line = -1 where ledger_line is not null")
                .update();
        client.sql("update photo set ledger_line = -1").update();
        client.sql("delete from ledger_head").update();
        begin(home, head);
    }

    /** A file that a line tells of. */
    public record FileKey(String source, SourcePath path, String member, int observation) {

        private byte[] place() {
            return HexFormat.of().parseHex(member);
        }

        private String pathKey() {
            Sha256 key = member.isEmpty() ? path.key() : ContainerStore.key(path.bytes(), place());
            return key.hex();
        }
    }

    /** Notes which lines tell of these files, by what the lines have of them; -1 for none. */
    public void linesOfFiles(Map<FileKey, Long> lines) {
        template.batchUpdate(
                """
                update source_file set ledger_line = ? where source_id = (select id from source where name = ?)
                    and path_key = ? and member_place = ? and observation = ?
                """,
                lines.entrySet().stream()
                        .map(entry -> new Object[] {
                            entry.getValue(),
                            StorableText.of(entry.getKey().source),
                            entry.getKey().pathKey(),
                            entry.getKey().place(),
                            entry.getKey().observation
                        })
                        .toList());
    }

    /** Notes which lines tell of these photos, by the photos' digests. */
    public void linesOfPhotos(Map<String, Long> lines) {
        template.batchUpdate(
                "update photo set ledger_line = ? where sha256 = ?",
                lines.entrySet().stream()
                        .map(entry -> new Object[] {entry.getValue(), entry.getKey()})
                        .toList());
    }

    /** How much a database holds. */
    public record Held(long runs, long files, long photos) {}

    public Held held() {
        LedgerEvent.Begun counted = begun("");
        return new Held(counted.runs(), counted.sourceFiles(), counted.photos());
    }

    /** Of the files that a run took up those of which no line tells; the first so many. */
    public List<String> untoldFilesOf(long run, int most) {
        return client.sql("""
                        select s.name || '/' || f.path from source_file f join source s on s.id = f.source_id
                        where f.ledger_line = -1 and f.run_id = :run order by f.id fetch first :most rows only
                        """)
                .param("run", run)
                .param("most", most)
                .query(String.class)
                .list();
    }
}
