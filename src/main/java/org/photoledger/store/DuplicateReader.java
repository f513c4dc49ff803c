package org.photoledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.photoledger.similarity.Band;
import org.photoledger.similarity.PerceptualHash;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what is linked; long lists come page by page. */
public final class DuplicateReader {

    /** Of a pair the copy is the one of fewer pixels, then of the larger digest. */
    private static final String SPACE = """
            select case near when 1 then 'SAME_IMAGE_DATA' when 2 then 'REENCODE' when 3 then 'NEAR' else 'LOW_DETAIL' end
                as band, count(*) as copies, sum(bytes) as bytes
            from (select sha256, min(near) as near, max(bytes) as bytes
                from (select case when a.pixels < b.pixels then a.sha256 else b.sha256 end as sha256,
                        case when a.pixels < b.pixels then a.bytes else b.bytes end as bytes,
                        case n.band when 'SAME_IMAGE_DATA' then 1 when 'REENCODE' then 2 when 'NEAR' then 3 else 4 end as near
                    from near_duplicate n
                        join (select sha256, bytes, coalesce(cast(width as bigint) * height, 0) as pixels from photo) a
                            on a.sha256 = n.sha256_a
                        join (select sha256, bytes, coalesce(cast(width as bigint) * height, 0) as pixels from photo) b
                            on b.sha256 = n.sha256_b
                    where n.reason is null) pairs
                group by sha256) copies
            group by near order by near
            """;

    private final JdbcClient client;

    DuplicateReader(JdbcClient client) {
        this.client = client;
    }

    /** Of the whole home. */
    public DuplicateCounts counts() {
        // not while a row of the other query is read: that would take a second connection
        var pairs = pairs();
        return client.sql("""
                        select (select count(*) from cluster) as clusters,
                            (select count(*) from cluster_member) as clustered,
                            (select count(*) from cluster where suspicious) as suspicious,
                            (select count(*) from photo_linking where hub) as hubs,
                            (select count(*) from photo where perceptual_hash is null) as without_hash,
                            (select count(*) from photo where perceptual_hash_algorithm <> :algorithm) as another_algorithm
                        """)
                .param("algorithm", PerceptualHash.ALGORITHM)
                .query((row, index) -> new DuplicateCounts(
                        pairs,
                        row.getLong("clusters"),
                        row.getLong("clustered"),
                        row.getLong("suspicious"),
                        row.getLong("hubs"),
                        row.getLong("without_hash"),
                        row.getLong("another_algorithm")))
                .single();
    }

    /** Space that copies take in the whole home: files of equal bytes first, then photos by the nearest band of a pair that nothing speaks against. */
    public List<CopySpace> space() {
        List<CopySpace> space =
                new ArrayList<>(client.sql("""
                        select 'EXACT' as band, count(*) as copies, coalesce(sum(size), 0) as bytes from source_file
                        where outcome = 'duplicate'
                        """).query(DuplicateReader::copies).list());
        space.addAll(client.sql(SPACE).query(DuplicateReader::copies).list());
        return space;
    }

    private static CopySpace copies(ResultSet row, int index) throws SQLException {
        return new CopySpace(row.getString("band"), row.getLong("copies"), row.getLong("bytes"));
    }

    /** All clusters, by id. */
    public void clusters(Consumer<Cluster> clusters) {
        new ClusterRows(client).each(clusters);
    }

    /** The pairs of a band, by both digests. */
    public void pairs(Band band, Consumer<LinkedPair> pairs) {
        new PairRows(client).each(band, pairs);
    }

    /** Photos that have more partners than are kept as pairs, by digest. */
    public void hubs(Consumer<LinkedPhoto> photos) {
        new LinkedPhotoRows(client).eachHub(photos);
    }

    /** Photos that are compared with none: without a hash, or with one of another algorithm; by digest. */
    public void unhashed(Consumer<LinkedPhoto> photos) {
        new LinkedPhotoRows(client).eachUnhashed(photos);
    }

    /**
     * Digests of recorded photos that begin so: none, the one, or the first two of more.
     *
     * @param digits at most 64 hexadecimal ones in lower case
     */
    public List<String> beginning(String digits) {
        return new LinkedPhotoRows(client).beginning(digits);
    }

    /** The photos of some digests, in their order; any that is not recorded is left out. */
    public List<LinkedPhoto> photos(List<String> digests) {
        return new LinkedPhotoRows(client).photos(digests);
    }

    /** {@code SOURCE/path} of the first file of each of some digests. */
    public Map<String, String> firstPaths(List<String> digests) {
        return digests.isEmpty() ? Map.of() : new LinkedPhotoRows(client).firstPaths(digests);
    }

    /** The cluster that a photo is in, if it is in one. */
    public Optional<Cluster> clusterOf(String sha256) {
        return new ClusterRows(client).of(sha256);
    }

    /** Digests of a cluster's members, at most so many: the representative first, then by digest. */
    public List<String> members(Cluster cluster, int most) {
        return new ClusterRows(client).members(cluster.id(), most);
    }

    /** The kept pairs of a photo, in pages: those of equal image data first, then the nearest, then by the other's digest. */
    public void pairsOf(String sha256, Consumer<List<LinkedPair>> pages) {
        new PairRows(client).eachOf(sha256, pages);
    }

    private Map<String, Long> pairs() {
        Map<String, Long> pairs = new LinkedHashMap<>();
        for (Band band : Band.values()) {
            pairs.put(band.name(), 0L);
        }
        client.sql("select band, count(*) as pairs from near_duplicate group by band")
                .query((row, index) -> pairs.put(row.getString("band"), row.getLong("pairs")))
                .list();
        return pairs;
    }
}
