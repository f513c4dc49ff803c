package org.photoledger.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.photoledger.custody.CanonicalJson;
import org.photoledger.digest.Sha256;
import org.photoledger.finding.FindingCode;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Digests of photos' records for the ledger: SHA-256 over the photo's lines of the export in canonical form, each with a
 * line feed: its line of {@code photos} without what later steps decide, then those of {@code metadata}, of {@code text}
 * and of {@code findings}.
 */
final class PhotoRecords {

    /** A record may be large. */
    private static final int TOGETHER = 8;

    /** Members of a photo's line that tell of other photos and files, or are lines of their own. */
    private static final List<String> LATER = List.of("partners", "hub", "findings", "paths");

    private final JdbcClient client;

    PhotoRecords(JdbcClient client) {
        this.client = client;
    }

    /** By the photos' digests. */
    Map<String, String> of(List<String> photos) {
        Map<String, String> records = new HashMap<>();
        for (int from = 0; from < photos.size(); from += TOGETHER) {
            digest(photos.subList(from, Math.min(photos.size(), from + TOGETHER)), records);
        }
        return records;
    }

    private void digest(List<String> photos, Map<String, String> records) {
        Map<String, MessageDigest> digests = new TreeMap<>();
        photos.forEach(photo -> digests.put(photo, Sha256.newDigest()));
        Consumer<Map<String, @Nullable Object>> adding = row -> {
            String line = CanonicalJson.of(row) + "\n";
            Objects.requireNonNull(digests.get(String.valueOf(row.get("sha256"))))
                    .update(line.getBytes(StandardCharsets.US_ASCII));
        };
        each("select * from v_photo where sha256 in (:digests)", photos, PhotoRecords::photo, adding);
        each(ExportReader.METADATA, photos, ExportReader::metadataValue, adding);
        new TextExport(client).ofPhotos(photos, adding);
        each(ExportReader.FINDINGS, photos, row -> ExportReader.finding(row, null, null), row -> {
            if (!FindingCode.NUMBERS_DIFFER.name().equals(row.get("code"))) {
                adding.accept(row);
            }
        });
        digests.forEach((photo, digest) ->
                records.put(photo, Sha256.ofDigest(digest.digest()).hex()));
    }

    private interface RowMapper {
        Map<String, @Nullable Object> map(ResultSet row) throws SQLException;
    }

    private void each(String sql, List<String> photos, RowMapper mapper, Consumer<Map<String, @Nullable Object>> rows) {
        client.sql(sql).param("digests", photos).query((RowCallbackHandler) row -> rows.accept(mapper.map(row)));
    }

    private static Map<String, @Nullable Object> photo(ResultSet row) throws SQLException {
        Map<String, @Nullable Object> photo = ExportReader.photo(row, Map.of(), Map.of());
        LATER.forEach(photo::remove);
        return photo;
    }
}
