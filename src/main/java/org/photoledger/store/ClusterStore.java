package org.photoledger.store;

import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.photoledger.similarity.Band;
import org.photoledger.similarity.LikePair;
import org.photoledger.similarity.LikePhoto;
import org.photoledger.similarity.Star;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clusters of a home, and the photos that left one. */
public final class ClusterStore {

    private final JdbcTemplate template;
    private final JdbcClient client;

    ClusterStore(JdbcTemplate template, JdbcClient client) {
        this.template = template;
        this.client = client;
    }

    /** Photos that a pair links. */
    public List<LikePhoto> photos() {
        return client.sql("""
                        select p.sha256, p.width, p.height, p.capture_time_local, p.bytes, p.perceptual_hash_quality,
                            coalesce(l.hub, false) as hub
                        from (select sha256_a as sha256 from near_duplicate where band <> 'LOW_DETAIL'
                            union select sha256_b from near_duplicate where band <> 'LOW_DETAIL') n
                            join photo p on p.sha256 = n.sha256 left join photo_linking l on l.photo_id = p.id
                        """)
                .query((row, index) -> new LikePhoto(
                        row.getString("sha256"),
                        row.getLong("width") * row.getLong("height"),
                        row.getString("capture_time_local"),
                        row.getLong("bytes"),
                        row.getObject("perceptual_hash_quality", Integer.class),
                        row.getBoolean("hub")))
                .list();
    }

    /** Pairs that link; they share the digests of the photos, of which there may be far fewer. */
    public List<LikePair> pairs(List<LikePhoto> photos) {
        Map<String, String> digests = new HashMap<>();
        photos.forEach(photo -> digests.put(photo.sha256(), photo.sha256()));
        return client.sql(
                        "select sha256_a, sha256_b, distance, band, reason from near_duplicate where band <> 'LOW_DETAIL'")
                .query((row, index) -> new LikePair(
                        digests.getOrDefault(row.getString("sha256_a"), ""),
                        digests.getOrDefault(row.getString("sha256_b"), ""),
                        row.getInt("distance"),
                        Band.valueOf(row.getString("band")),
                        "BORDER".equals(row.getString("reason"))))
                .list();
    }

    /** Clusters in place of those that there were, of which most stay as they are; who leaves one is noted with the run. */
    public void replace(long run, List<Star> stars) {
        Map<String, String> old = memberships();
        Map<String, String> now = new TreeMap<>();
        stars.forEach(star -> star.members()
                .forEach(
                        member -> now.put(member.sha256(), star.representative().sha256())));
        note(run, old, now);
        template.batchUpdate("delete from cluster_member where sha256 = ? and cluster_id = ?", missing(old, now));
        replaceClusters(stars);
        template.batchUpdate("insert into cluster_member (sha256, cluster_id) values (?, ?)", missing(now, old));
        client.sql(
                        "delete from cluster where not exists (select 1 from cluster_member m where m.cluster_id = cluster.id)")
                .update();
    }

    private Map<String, String> memberships() {
        Map<String, String> memberships = new TreeMap<>();
        client.sql("select sha256, cluster_id from cluster_member")
                .query((row, index) -> memberships.put(row.getString("sha256"), row.getString("cluster_id")))
                .list();
        return memberships;
    }

    /** A run that is resumed may move a photo twice: what counts is where it was before the run. */
    private void note(long run, Map<String, String> old, Map<String, String> now) {
        Map<String, String> before = new HashMap<>();
        client.sql("select sha256, was from cluster_history where run_id = :run")
                .param("run", run)
                .query((row, index) -> before.put(row.getString("sha256"), row.getString("was")))
                .list();
        List<Object[]> left = missing(old, now);
        template.batchUpdate(
                "delete from cluster_history where run_id = ? and sha256 = ?",
                left.stream().map(member -> new Object[] {run, member[0]}).toList());
        template.batchUpdate(
                "insert into cluster_history (run_id, sha256, was, became) values (?, ?, ?, ?)",
                left.stream()
                        .map(member -> new Object[] {
                            run,
                            member[0],
                            before.getOrDefault(member[0].toString(), member[1].toString()),
                            new SqlParameterValue(Types.CHAR, now.get(member[0].toString()))
                        })
                        .toList());
    }

    /** Photo and cluster of each membership that the other lacks. */
    private static List<Object[]> missing(Map<String, String> memberships, Map<String, String> other) {
        return memberships.entrySet().stream()
                .filter(member -> !member.getValue().equals(other.get(member.getKey())))
                .map(member -> new Object[] {member.getKey(), member.getValue()})
                .toList();
    }

    private void replaceClusters(List<Star> stars) {
        Map<String, Cluster> old = new HashMap<>();
        client.sql("select id, members, suspicious from cluster")
                .query((row, index) -> old.put(row.getString("id"), ClusterRows.cluster(row)))
                .list();
        List<Object[]> added = new ArrayList<>();
        List<Object[]> changed = new ArrayList<>();
        for (Star star : stars) {
            Cluster now =
                    new Cluster(star.representative().sha256(), star.members().size(), star.suspicious());
            Cluster was = old.get(now.id());
            if (was == null) {
                added.add(new Object[] {now.members(), now.suspicious(), now.id()});
            } else if (!was.equals(now)) {
                changed.add(new Object[] {now.members(), now.suspicious(), now.id()});
            }
        }
        template.batchUpdate("insert into cluster (members, suspicious, id) values (?, ?, ?)", added);
        template.batchUpdate("update cluster set members = ?, suspicious = ? where id = ?", changed);
    }
}
