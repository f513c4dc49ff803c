package org.photoledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads texts and identifiers in a stable order; see {@link ExportReader}. */
final class TextExport {

    private final JdbcClient client;

    TextExport(JdbcClient client) {
        this.client = client;
    }

    /**
     * The texts of some photos, by digest, region and the order of their readings; captions follow. What {@code v_text} holds of
     * them, but asked by photo: of the view H2 reads all regions once for each digest.
     */
    void ofPhotos(List<String> digests, Consumer<Map<String, @Nullable Object>> rows) {
        client.sql("""
                        select * from (
                            select p.sha256, t.region, r.ordinal, t.x1, t.y1, t.x2, t.y2, t.x3, t.y3, t.x4, t.y4, t.status,
                                r.raw, r.normalized, r.script, r.confidence, r.engine, r.accepted, r.origin
                            from photo p join text_region t on t.photo_id = p.id
                                left join reading r on r.photo_id = t.photo_id and r.region = t.region
                            where p.sha256 in (:digests)
                            union all
                            select p.sha256, null, r.ordinal, null, null, null, null, null, null, null, null, null,
                                r.raw, r.normalized, r.script, r.confidence, r.engine, r.accepted, r.origin
                            from photo p join reading r on r.photo_id = p.id
                            where p.sha256 in (:digests) and r.region is null
                        ) texts
                        order by sha256, coalesce(region, 2147483647), coalesce(ordinal, -1)
                        """).param("digests", digests).query(TextExport::text).list().forEach(rows);
    }

    private static Map<String, @Nullable Object> text(ResultSet row, int index) throws SQLException {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("sha256", row.getString("sha256"));
        out.put("region", row.getObject("region", Integer.class));
        out.put("ordinal", row.getObject("ordinal", Integer.class));
        out.put("box", box(row));
        out.put("text", row.getString("raw"));
        out.put("normalized", row.getString("normalized"));
        out.put("script", row.getString("script"));
        out.put("confidence", rounded(row.getObject("confidence", Double.class), 10_000));
        out.put("engine", row.getString("engine"));
        out.put("status", row.getString("status"));
        out.put("accepted", row.getObject("accepted", Boolean.class));
        out.put("origin", row.getString("origin"));
        return out;
    }

    /** Four corners, in tenths of a pixel. */
    private static @Nullable List<List<Double>> box(ResultSet row) throws SQLException {
        if (row.getObject("x1") == null) {
            return null;
        }
        List<List<Double>> corners = new ArrayList<>();
        for (int corner = 1; corner <= 4; corner++) {
            double x = Math.round(row.getDouble("x" + corner) * 10) / 10.0;
            double y = Math.round(row.getDouble("y" + corner) * 10) / 10.0;
            corners.add(List.of(x, y));
        }
        return corners;
    }

    private static @Nullable Double rounded(@Nullable Double value, double parts) {
        return value == null ? null : Math.round(value * parts) / parts;
    }

    /** The texts of documents, by digest: a row in no region. */
    void ofDocuments(Consumer<Map<String, @Nullable Object>> rows) {
        String last = "";
        while (true) {
            List<Map<String, @Nullable Object>> page = client.sql("""
                            select sha256, text, engine from document_text where sha256 > :last
                            order by sha256 fetch first 50 rows only
                            """)
                    .param("last", last)
                    .query(TextExport::document)
                    .list();
            if (page.isEmpty()) {
                return;
            }
            page.forEach(rows);
            last = String.valueOf(page.get(page.size() - 1).get("sha256"));
        }
    }

    private static Map<String, @Nullable Object> document(ResultSet row, int index) throws SQLException {
        String text = row.getString("text");
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("sha256", row.getString("sha256"));
        out.put("region", null);
        out.put("ordinal", null);
        out.put("box", null);
        out.put("text", text);
        out.put("normalized", null);
        out.put("script", null);
        out.put("confidence", null);
        out.put("engine", row.getString("engine"));
        out.put("status", text == null ? "UNREAD" : "READ");
        out.put("accepted", text != null);
        out.put("origin", "ENGINE");
        return out;
    }

    /** The identifiers of some photos, by digest. */
    void identifiersOfPhotos(List<String> digests, Consumer<Map<String, @Nullable Object>> rows) {
        client.sql("""
                        select p.sha256, i.name, i.normalized, i.raw, i.origin, i.region, i.reading, i.rule, i.confidence
                        from identifier i join photo p on p.id = i.photo_id
                        where p.sha256 in (:digests) order by p.sha256, i.ordinal
                        """)
                .param("digests", digests)
                .query((row, index) -> identifier(row, null, null))
                .list()
                .forEach(rows);
    }

    static Map<String, @Nullable Object> identifier(ResultSet row, @Nullable String source, @Nullable String path)
            throws SQLException {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("sha256", row.getString("sha256"));
        out.put("source", source);
        out.put("path", path);
        out.put("name", row.getString("name"));
        out.put("value", row.getString("normalized"));
        out.put("raw", row.getString("raw"));
        out.put("origin", row.getString("origin"));
        out.put("region", row.getObject("region", Integer.class));
        out.put("reading", row.getObject("reading", Integer.class));
        out.put("rule", row.getString("rule"));
        out.put("confidence", rounded(row.getObject("confidence", Double.class), 10_000));
        return out;
    }
}
