package org.photoledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.photoledger.finding.Finding;
import org.photoledger.identifier.Identifier;
import org.photoledger.identifier.Origin;
import org.photoledger.store.IdentifiablePhoto.AcceptedReading;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Identifiers of photos and of paths, and the conflicts between them; written anew for a page of files at a time. */
public final class IdentifierStore {

    /** Findings about identifiers follow those of the file's reading, whatever their number. */
    private static final int FIRST_ORDINAL = 1_000;

    private static final String FILES = """
            select id, path, sha256 from source_file
            where outcome not in ('ignored', 'pending') and id > :after and
            """;

    private final JdbcTemplate template;
    private final JdbcClient client;
    private final FindingRows findings;

    IdentifierStore(JdbcTemplate template, JdbcClient client, FindingRows findings) {
        this.template = template;
        this.client = client;
        this.findings = findings;
    }

    /** The next files that a run took up, after an id, in id order. */
    public List<IdentifiableFile> filesOf(long run, long after, int limit) {
        return files("run_id = :run", run, after, limit);
    }

    /** The next files, of any run and source, that hold a photo which this run recorded. */
    public List<IdentifiableFile> filesOfPhotosOf(long run, long after, int limit) {
        return files(
                "sha256 in (select sha256 from source_file where run_id = :run and outcome = 'recorded')",
                run,
                after,
                limit);
    }

    private List<IdentifiableFile> files(String condition, long run, long after, int limit) {
        return client.sql(FILES + condition + " order by id fetch first :limit rows only")
                .param("run", run)
                .param("after", after)
                .param("limit", limit)
                .query((row, index) ->
                        new IdentifiableFile(row.getLong("id"), row.getString("path"), row.getString("sha256")))
                .list();
    }

    /** Photos by digest, with their accepted readings in order. */
    public Map<String, IdentifiablePhoto> photos(Collection<String> digests) {
        Map<String, IdentifiablePhoto> photos = new HashMap<>();
        if (digests.isEmpty()) {
            return photos;
        }
        Map<Long, List<AcceptedReading>> readings = readings(digests);
        client.sql("select id, sha256, capture_time_local from photo where sha256 in (:digests)")
                .param("digests", digests)
                .query((row, index) -> photos.put(
                        row.getString("sha256"),
                        new IdentifiablePhoto(
                                row.getLong("id"),
                                row.getString("sha256"),
                                row.getString("capture_time_local"),
                                readings.getOrDefault(row.getLong("id"), List.of()))))
                .list();
        return photos;
    }

    private Map<Long, List<AcceptedReading>> readings(Collection<String> digests) {
        Map<Long, List<AcceptedReading>> readings = new HashMap<>();
        client.sql("""
                        select r.photo_id, r.ordinal, r.region, r.raw, r.normalized, r.confidence, r.origin
                        from reading r join photo p on p.id = r.photo_id
                        where p.sha256 in (:digests) and r.accepted order by r.photo_id, r.ordinal
                        """)
                .param("digests", digests)
                .query((row, index) -> readings.computeIfAbsent(row.getLong("photo_id"), key -> new ArrayList<>())
                        .add(reading(row)))
                .list();
        return readings;
    }

    private static AcceptedReading reading(ResultSet row) throws SQLException {
        return new AcceptedReading(
                row.getInt("ordinal"),
                row.getObject("region", Integer.class),
                row.getString("raw"),
                row.getString("normalized"),
                row.getObject("confidence", Double.class),
                Origin.valueOf(row.getString("origin")));
    }

    /** Writes the identifiers of these photos and files, by id, in place of those that there were. */
    public void replace(Map<Long, List<PlacedIdentifier>> ofPhotos, Map<Long, List<PlacedIdentifier>> ofFiles) {
        delete("photo_id", ofPhotos.keySet());
        delete("source_file_id", ofFiles.keySet());
        List<Object[]> rows = new ArrayList<>();
        ofPhotos.forEach((photo, identifiers) -> add(rows, photo, null, identifiers));
        ofFiles.forEach((file, identifiers) -> add(rows, null, file, identifiers));
        template.batchUpdate("""
                insert into identifier (photo_id, source_file_id, ordinal, name, normalized, raw, rule, origin, region, reading, confidence)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows);
    }

    private void delete(String column, Collection<Long> ids) {
        template.batchUpdate(
                "delete from identifier where " + column + " = ?",
                ids.stream().map(id -> new Object[] {id}).toList());
    }

    private static void add(
            List<Object[]> rows, @Nullable Long photo, @Nullable Long file, List<PlacedIdentifier> identifiers) {
        for (int at = 0; at < identifiers.size(); at++) {
            Identifier identifier = identifiers.get(at).identifier();
            AcceptedReading reading = identifiers.get(at).reading();
            rows.add(new Object[] {
                new SqlParameterValue(Types.BIGINT, photo),
                new SqlParameterValue(Types.BIGINT, file),
                at,
                StorableText.of(identifier.name()),
                StorableText.of(identifier.value()),
                StorableText.of(identifier.raw()),
                StorableText.of(identifier.rule()),
                identifier.origin().name(),
                new SqlParameterValue(Types.INTEGER, reading == null ? null : reading.region()),
                new SqlParameterValue(Types.INTEGER, reading == null ? null : reading.ordinal()),
                new SqlParameterValue(Types.DOUBLE, reading == null ? null : reading.confidence())
            });
        }
    }

    /** Writes the conflicts of these files, by id, in place of those that there were. */
    public void replaceConflicts(Map<Long, List<Finding>> ofFiles) {
        template.batchUpdate(
                "delete from finding where source_file_id = ? and ordinal >= " + FIRST_ORDINAL,
                ofFiles.keySet().stream().map(id -> new Object[] {id}).toList());
        FindingRows.Batch batch = findings.batch();
        ofFiles.forEach((file, conflicts) -> batch.ofSourceFile(file, FIRST_ORDINAL, conflicts));
        batch.write();
    }
}
