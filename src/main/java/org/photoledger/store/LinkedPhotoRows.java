package org.photoledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.photoledger.similarity.PerceptualHash;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads photos as lists of duplicates show them. */
final class LinkedPhotoRows {

    private final JdbcClient client;

    LinkedPhotoRows(JdbcClient client) {
        this.client = client;
    }

    /** Photos that have more partners than are kept as pairs, by digest. */
    void eachHub(Consumer<LinkedPhoto> photos) {
        each("id in (select photo_id from photo_linking where hub)", photos);
    }

    /** Photos that are compared with none: without a hash, or with one of another algorithm; by digest. */
    void eachUnhashed(Consumer<LinkedPhoto> photos) {
        each("(perceptual_hash is null or perceptual_hash_algorithm <> :algorithm)", photos);
    }

    private void each(String condition, Consumer<LinkedPhoto> photos) {
        Pages.each(last -> page(condition, last == null ? "" : last.sha256()), photos);
    }

    private List<LinkedPhoto> page(String condition, String last) {
        return photos(client.sql("select sha256 from photo where " + condition
                        + " and sha256 > :last order by sha256 fetch first " + Pages.ROWS
                        + " rows only")
                .param("algorithm", PerceptualHash.ALGORITHM)
                .param("last", last)
                .query(String.class)
                .list());
    }

    /** These photos, in this order; any that is not recorded is left out. */
    List<LinkedPhoto> photos(List<String> digests) {
        if (digests.isEmpty()) {
            return List.of();
        }
        Map<String, String> paths = firstPaths(digests);
        Map<String, LinkedPhoto> photos = new HashMap<>();
        client.sql("""
                        select id, sha256, width, height, capture_time_local, decode, perceptual_hash_quality,
                            perceptual_hash_algorithm, coalesce(l.partners, 0) as partners, coalesce(l.hub, false) as hub
                        from photo left join photo_linking l on l.photo_id = id
                        where sha256 in (:digests)
                        """)
                .param("digests", digests)
                .query((row, index) -> photos.put(row.getString("sha256"), photo(row, paths)))
                .list();
        return digests.stream().map(photos::get).filter(Objects::nonNull).toList();
    }

    private static LinkedPhoto photo(ResultSet row, Map<String, String> paths) throws SQLException {
        return new LinkedPhoto(
                row.getLong("id"),
                row.getString("sha256"),
                row.getObject("width", Integer.class),
                row.getObject("height", Integer.class),
                row.getString("capture_time_local"),
                row.getString("decode"),
                row.getObject("perceptual_hash_quality", Integer.class),
                row.getString("perceptual_hash_algorithm"),
                row.getInt("partners"),
                row.getBoolean("hub"),
                paths.get(row.getString("sha256")));
    }

    /** {@code SOURCE/path} of each digest's first file, in the order in which copies are told from the recorded one. */
    Map<String, String> firstPaths(List<String> digests) {
        Map<String, String> paths = new HashMap<>();
        client.sql("""
                        select sha256, name, path from (
                            select f.sha256, s.name, f.path, row_number() over (
                                partition by f.sha256 order by f.run_id, coalesce(r.path_bytes, f.path_bytes), f.member_place,
                                    f.observation, f.source_id) as place
                            from source_file f join source s on s.id = f.source_id
                                left join source_file r on r.id = f.root_id
                            where f.sha256 in (:digests)) ranked
                        where place = 1
                        """)
                .param("digests", digests)
                .query((row, index) ->
                        paths.put(row.getString("sha256"), row.getString("name") + "/" + row.getString("path")))
                .list();
        return paths;
    }

    /** The first digests of photos that begin so, two where it is more than one. */
    List<String> beginning(String digits) {
        return client.sql("""
                        select sha256 from photo where sha256 between :from and :to
                        order by sha256 fetch first 2 rows only
                        """)
                .param("from", digits + "0".repeat(64 - digits.length()))
                .param("to", digits + "f".repeat(64 - digits.length()))
                .query(String.class)
                .list();
    }
}
