package org.photoledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.photoledger.metadata.PhotoField;
import org.photoledger.source.SourcePath;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the whole home in a stable order that depends on nothing but its content: no row id, run, time or collation.
 * Rows come page by page, never all at once; a row maps column names to String, Long, Integer, Double, Boolean, List or null.
 */
public final class ExportReader {

    private static final int PAGE = 500;
    private static final int FILE_PAGE = 5_000;

    static final String METADATA = """
            select sha256, block, directory, tag, name, type, origins, raw, truncated from v_metadata
            where sha256 in (:digests) order by sha256, ordinal
            """;

    static final String FINDINGS = """
            select p.sha256, n.code, n.severity, n.detail, n.method
            from finding n join photo p on p.id = n.photo_id
            where p.sha256 in (:digests) order by p.sha256, n.ordinal
            """;

    private final JdbcClient client;

    ExportReader(DataSource dataSource) {
        this.client = JdbcClient.create(dataSource);
    }

    /** One row per photo, by digest. */
    public void photos(Consumer<Map<String, @Nullable Object>> rows) {
        eachPage((digests, last) -> {
            Map<String, List<String>> paths = paths(digests);
            Map<String, List<String>> codes = codes(digests);
            client.sql("select * from v_photo where sha256 in (:digests) order by sha256")
                    .param("digests", digests)
                    .query((row, index) -> photo(row, paths, codes))
                    .list()
                    .forEach(rows);
        });
    }

    private interface PageOfDigests {
        void read(List<String> digests, String last);
    }

    private void eachPage(PageOfDigests reader) {
        String last = "";
        while (true) {
            List<String> digests = client.sql(
                            "select sha256 from photo where sha256 > :last order by sha256 fetch first " + PAGE
                                    + " rows only")
                    .param("last", last)
                    .query(String.class)
                    .list();
            if (digests.isEmpty()) {
                return;
            }
            last = digests.get(digests.size() - 1);
            reader.read(digests, last);
        }
    }

    static Map<String, @Nullable Object> photo(
            ResultSet row, Map<String, List<String>> paths, Map<String, List<String>> codes) throws SQLException {
        String sha256 = row.getString("sha256");
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("sha256", sha256);
        out.put("imageDataSha256", row.getString("image_data_sha256"));
        out.put("mediaType", row.getString("media_type"));
        out.put("bytes", row.getLong("bytes"));
        out.put("width", row.getObject("width", Integer.class));
        out.put("height", row.getObject("height", Integer.class));
        for (PhotoField field : PhotoField.values()) {
            out.put(field.exportName(), value(row, field));
        }
        out.put("decode", row.getString("decode"));
        out.put("decodeRoute", row.getString("decode_route"));
        out.put("sha1", row.getString("sha1"));
        out.put("perceptualHash", row.getString("perceptual_hash"));
        out.put("perceptualHashQuality", row.getObject("perceptual_hash_quality", Integer.class));
        out.put("perceptualHashAlgorithm", row.getString("perceptual_hash_algorithm"));
        out.put("trimmedPerceptualHash", row.getString("trimmed_perceptual_hash"));
        out.put("partners", row.getInt("partners"));
        out.put("hub", row.getBoolean("hub"));
        out.put("md5", row.getString("md5"));
        out.put("thumbnailSha256", row.getString("thumbnail_sha256"));
        out.put("thumbnailPerceptualHash", row.getString("thumbnail_perceptual_hash"));
        out.put("thumbnailDistance", row.getObject("thumbnail_distance", Integer.class));
        out.put("quantizationSha256", row.getString("quantization_sha256"));
        out.put("jpegQuality", row.getObject("jpeg_quality", Integer.class));
        out.put("trailingBytes", row.getObject("trailing_bytes", Integer.class));
        out.put("text", row.getString("text_status"));
        out.put("findings", codes.getOrDefault(sha256, List.of()));
        out.put("paths", paths.getOrDefault(sha256, List.of()));
        return out;
    }

    private static @Nullable Object value(ResultSet row, PhotoField field) throws SQLException {
        String column = PhotoRows.column(field);
        return switch (field.kind()) {
            case TEXT -> row.getString(column);
            case INTEGER -> row.getObject(column, Integer.class);
            case NUMBER -> row.getObject(column, Double.class);
            case TRUTH -> row.getObject(column, Boolean.class);
        };
    }

    private Map<String, List<String>> paths(List<String> digests) {
        record Place(String sha256, String source, SourcePath path) {}
        List<Place> places = new ArrayList<>(client.sql("""
                        select distinct f.sha256, s.name, f.path_bytes from source_file f join source s on s.id = f.source_id
                        where f.sha256 in (:digests)
                        """)
                .param("digests", digests)
                .query((row, index) -> new Place(
                        row.getString("sha256"), row.getString("name"), SourcePath.ofBytes(row.getBytes("path_bytes"))))
                .list());
        places.sort(java.util.Comparator.comparing(Place::source).thenComparing(Place::path));
        Map<String, List<String>> paths = new LinkedHashMap<>();
        places.forEach(place -> paths.computeIfAbsent(place.sha256, key -> new ArrayList<>())
                .add(place.source + "/" + StorableText.of(place.path.text())));
        return paths;
    }

    private Map<String, List<String>> codes(List<String> digests) {
        Map<String, List<String>> codes = new LinkedHashMap<>();
        client.sql("""
                        select p.sha256, n.code from finding n join photo p on p.id = n.photo_id
                        where p.sha256 in (:digests) order by p.sha256, n.ordinal
                        """)
                .param("digests", digests)
                .query((row, index) -> {
                    List<String> list = codes.computeIfAbsent(row.getString("sha256"), key -> new ArrayList<>());
                    return list.contains(row.getString("code")) || list.add(row.getString("code"));
                })
                .list();
        return codes;
    }

    /** One row per name and observation, by source, path bytes and observation. */
    public void sourceFiles(Consumer<Map<String, @Nullable Object>> rows) {
        eachFile(
                """
                select f.path_bytes, f.observation, f.path, f.sha256, f.size, f.media_type, f.outcome, f.reason, f.derived_by
                from source_file f
                """,
                "",
                (row, source) -> {
                    Map<String, @Nullable Object> out = new LinkedHashMap<>();
                    out.put("source", source);
                    out.put("path", row.getString("path"));
                    out.put("observation", row.getInt("observation"));
                    out.put("sha256", row.getString("sha256"));
                    out.put("bytes", row.getLong("size"));
                    out.put("mediaType", row.getString("media_type"));
                    out.put("outcome", row.getString("outcome"));
                    out.put("reason", row.getString("reason"));
                    out.put("derivedBy", row.getString("derived_by"));
                    return out;
                },
                rows);
    }

    private interface FileRowMapper {
        Map<String, @Nullable Object> map(ResultSet row, String source) throws SQLException;
    }

    private void eachFile(
            String select, String tieBreak, FileRowMapper mapper, Consumer<Map<String, @Nullable Object>> rows) {
        List<String> sources = new ArrayList<>(
                client.sql("select name from source").query(String.class).list());
        sources.sort(null);
        for (String source : sources) {
            int offset = 0;
            int read;
            do {
                List<Map<String, @Nullable Object>> page = client.sql(select
                                + " where f.source_id = (select id from source where name = :source)"
                                + " order by f.path_bytes, f.member_place, f.observation" + tieBreak
                                + " offset :offset rows fetch first "
                                + FILE_PAGE + " rows only")
                        .param("source", source)
                        .param("offset", offset)
                        .query((row, index) -> mapper.map(row, source))
                        .list();
                page.forEach(rows);
                read = page.size();
                offset += read;
            } while (read == FILE_PAGE);
        }
    }

    /** One row per metadata value, by digest and the order in which the values stand in the file. */
    public void metadata(Consumer<Map<String, @Nullable Object>> rows) {
        eachPage((digests, last) -> client.sql(METADATA)
                .param("digests", digests)
                .query((row, index) -> metadataValue(row))
                .list()
                .forEach(rows));
    }

    static Map<String, @Nullable Object> metadataValue(ResultSet row) throws SQLException {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        for (String column : List.of("sha256", "block", "directory", "tag", "name", "type")) {
            out.put(column, row.getString(column));
        }
        out.put("origins", List.of(row.getString("origins").split(",", -1)));
        out.put("raw", row.getString("raw"));
        out.put("truncated", row.getBoolean("truncated"));
        return out;
    }

    /** One row per reading of a photo and per region that nobody read, by digest; then one per document. */
    public void texts(Consumer<Map<String, @Nullable Object>> rows) {
        TextExport texts = new TextExport(client);
        eachPage((digests, last) -> texts.ofPhotos(digests, rows));
        texts.ofDocuments(rows);
    }

    /** One row per identifier: those of photos by digest, then those of paths by source and path bytes. */
    public void identifiers(Consumer<Map<String, @Nullable Object>> rows) {
        TextExport texts = new TextExport(client);
        eachPage((digests, last) -> texts.identifiersOfPhotos(digests, rows));
        eachFile("""
                select f.path_bytes, f.observation, f.path, f.sha256, i.name, i.normalized, i.raw, i.origin, i.region, i.reading,
                    i.rule, i.confidence
                from source_file f join (select * from identifier where source_file_id is not null) i
                    on i.source_file_id = f.id
                """, ", i.ordinal", (row, source) -> TextExport.identifier(row, source, row.getString("path")), rows);
    }

    /** One row per linked pair, by both digests. */
    public void nearDuplicates(Consumer<Map<String, @Nullable Object>> rows) {
        new LinkExport(client).nearDuplicates(rows);
    }

    /** One row per photo in a cluster, by the cluster's id, its representative first, then by digest. */
    public void clusters(Consumer<Map<String, @Nullable Object>> rows) {
        new LinkExport(client).clusters(rows);
    }

    /** One row per finding: those of photos by digest, then those of source files by source and path bytes. */
    public void findings(Consumer<Map<String, @Nullable Object>> rows) {
        eachPage((digests, last) -> client.sql(FINDINGS)
                .param("digests", digests)
                .query((row, index) -> finding(row, null, null))
                .list()
                .forEach(rows));
        eachFile("""
                select f.path_bytes, f.observation, f.path, f.sha256, n.code, n.severity, n.detail, n.method
                from source_file f join (select source_file_id, ordinal, code, severity, detail, method from finding
                    where source_file_id is not null) n on n.source_file_id = f.id
                """, ", n.ordinal", (row, source) -> finding(row, source, row.getString("path")), rows);
    }

    static Map<String, @Nullable Object> finding(ResultSet row, @Nullable String source, @Nullable String path)
            throws SQLException {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("sha256", row.getString("sha256"));
        out.put("source", source);
        out.put("path", path);
        out.put("code", row.getString("code"));
        out.put("severity", row.getString("severity"));
        out.put("detail", row.getString("detail"));
        out.put("method", row.getString("method"));
        return out;
    }
}
