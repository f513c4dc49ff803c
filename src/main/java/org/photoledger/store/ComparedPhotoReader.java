package org.photoledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.photoledger.image.PixelSize;
import org.photoledger.similarity.ComparedPhoto;
import org.photoledger.similarity.NumberRegion;
import org.photoledger.similarity.PerceptualHash;
import org.photoledger.similarity.Shot;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what photos are compared by. */
final class ComparedPhotoReader {

    /** Photos in one statement. */
    private static final int AT_ONCE = 1_000;

    private final JdbcClient client;

    ComparedPhotoReader(JdbcClient client) {
        this.client = client;
    }

    /** Photos by id; those without a hash of the algorithm in force are left out. */
    Map<Long, ComparedPhoto> byId(Collection<Long> ids) {
        Map<Long, ComparedPhoto> photos = new HashMap<>();
        List<Long> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            read(all.subList(from, Math.min(all.size(), from + AT_ONCE)), photos);
        }
        return photos;
    }

    private void read(List<Long> ids, Map<Long, ComparedPhoto> photos) {
        Map<Long, List<NumberRegion>> numbers = numbers(ids);
        client.sql("""
                        select id, sha256, image_data_sha256, width, height, perceptual_hash, perceptual_hash_quality,
                            trimmed_perceptual_hash, trimmed_perceptual_hash_quality, thumb, capture_time_local, serial_number
                        from photo where id in (:ids) and perceptual_hash_algorithm = :algorithm
                        """)
                .param("ids", ids)
                .param("algorithm", PerceptualHash.ALGORITHM)
                .query((row, index) ->
                        photos.put(row.getLong("id"), photo(row, numbers.getOrDefault(row.getLong("id"), List.of()))))
                .list();
    }

    private static ComparedPhoto photo(ResultSet row, List<NumberRegion> numbers) throws SQLException {
        return new ComparedPhoto(
                row.getString("sha256"),
                row.getString("image_data_sha256"),
                row.getLong("width") * row.getLong("height"),
                hash(row),
                trimmedHash(row),
                TraceColumns.thumb(row),
                new Shot(row.getString("capture_time_local"), row.getString("serial_number")),
                numbers);
    }

    static PerceptualHash hash(ResultSet row) throws SQLException {
        return new PerceptualHash(row.getString("perceptual_hash"), row.getInt("perceptual_hash_quality"));
    }

    static @Nullable PerceptualHash trimmedHash(ResultSet row) throws SQLException {
        String trimmed = row.getString("trimmed_perceptual_hash");
        return trimmed == null ? null : new PerceptualHash(trimmed, row.getInt("trimmed_perceptual_hash_quality"));
    }

    /** Accepted readings with a digit in them, by photo. */
    private Map<Long, List<NumberRegion>> numbers(List<Long> ids) {
        Map<Long, List<NumberRegion>> numbers = new HashMap<>();
        client.sql("""
                        select r.photo_id, r.normalized, p.width, p.height, p.orientation,
                            t.x1, t.y1, t.x2, t.y2, t.x3, t.y3, t.x4, t.y4
                        from reading r
                            join text_region t on t.photo_id = r.photo_id and t.region = r.region
                            join photo p on p.id = r.photo_id
                        where r.photo_id in (:ids) and r.accepted and p.width is not null
                        """)
                .param("ids", ids)
                .query((row, index) -> hasDigit(row.getString("normalized"))
                        && numbers.computeIfAbsent(row.getLong("photo_id"), key -> new ArrayList<>())
                                .add(number(row)))
                .list();
        return numbers;
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }

    /** Corners are in pixels of the upright full-size picture. */
    private static NumberRegion number(ResultSet row) throws SQLException {
        PixelSize upright = new PixelSize(row.getInt("width"), row.getInt("height"))
                .upright(Math.max(1, row.getInt("orientation")));
        double[] corners = new double[8];
        for (int at = 0; at < 4; at++) {
            corners[2 * at] = row.getDouble("x" + (at + 1)) / upright.width();
            corners[2 * at + 1] = row.getDouble("y" + (at + 1)) / upright.height();
        }
        return NumberRegion.of(row.getString("normalized"), corners);
    }
}
