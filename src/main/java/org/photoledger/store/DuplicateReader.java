package org.photoledger.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.photoledger.similarity.Band;
import org.photoledger.similarity.PerceptualHash;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what is linked. */
public final class DuplicateReader {

    private final JdbcClient client;

    DuplicateReader(JdbcClient client) {
        this.client = client;
    }

    /** Of the whole home. */
    public DuplicateCounts counts() {
        return client.sql("""
                        select (select count(*) from cluster) as clusters,
                            (select count(*) from cluster_member) as clustered,
                            (select count(*) from cluster where suspicious) as suspicious,
                            (select count(*) from photo where hub) as hubs,
                            (select count(*) from photo where perceptual_hash is null) as without_hash,
                            (select count(*) from photo where perceptual_hash_algorithm <> :algorithm) as another_algorithm
                        """)
                .param("algorithm", PerceptualHash.ALGORITHM)
                .query((row, index) -> new DuplicateCounts(
                        pairs(),
                        row.getLong("clusters"),
                        row.getLong("clustered"),
                        row.getLong("suspicious"),
                        row.getLong("hubs"),
                        row.getLong("without_hash"),
                        row.getLong("another_algorithm")))
                .single();
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
