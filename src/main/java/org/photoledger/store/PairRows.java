package org.photoledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.photoledger.similarity.Band;
import org.photoledger.similarity.Likeness.Objection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads pairs. */
final class PairRows {

    private static final String COLUMNS = "select sha256_a, sha256_b, distance, turn, residual, band, reason ";

    private final JdbcClient client;

    PairRows(JdbcClient client) {
        this.client = client;
    }

    /** All pairs, or those of a band, by both digests. */
    void each(@Nullable Band band, Consumer<LinkedPair> pairs) {
        Pages.each(last -> page(band, last), pairs);
    }

    private List<LinkedPair> page(@Nullable Band band, @Nullable LinkedPair last) {
        return client.sql(COLUMNS
                        + """
                        from near_duplicate where sha256_a >= :a
                            and (sha256_a > :a or sha256_b > :b)
                        """
                        + (band == null ? "" : " and band = :band")
                        + " order by sha256_a, sha256_b fetch first " + Pages.ROWS + " rows only")
                .param("a", last == null ? "" : last.sha256A())
                .param("b", last == null ? "" : last.sha256B())
                .param("band", String.valueOf(band))
                .query(PairRows::pair)
                .list();
    }

    /** The pairs of a photo, those of equal image data first, then the nearest, then by the other's digest. */
    void eachOf(String sha256, Consumer<List<LinkedPair>> pages) {
        int offset = 0;
        List<LinkedPair> page;
        do {
            page = pageOf(sha256, offset);
            pages.accept(page);
            offset += page.size();
        } while (page.size() == Pages.ROWS);
    }

    private List<LinkedPair> pageOf(String sha256, int offset) {
        return client.sql("select * from ("
                        + COLUMNS + ", sha256_b as other from near_duplicate where sha256_a = :sha256"
                        + " union all "
                        + COLUMNS + ", sha256_a as other from near_duplicate where sha256_b = :sha256"
                        + ") of_photo order by case band when 'SAME_IMAGE_DATA' then 0 else 1 end, distance, other"
                        + " offset :offset rows fetch first " + Pages.ROWS + " rows only")
                .param("sha256", sha256)
                .param("offset", offset)
                .query(PairRows::pair)
                .list();
    }

    private static LinkedPair pair(ResultSet row, int index) throws SQLException {
        String reason = row.getString("reason");
        return new LinkedPair(
                row.getString("sha256_a"),
                row.getString("sha256_b"),
                row.getObject("distance", Integer.class),
                row.getObject("turn", Integer.class),
                row.getObject("residual", Double.class),
                Band.valueOf(row.getString("band")),
                reason == null ? null : Objection.valueOf(reason));
    }
}
