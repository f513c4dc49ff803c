package org.photoledger.store;

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
