package org.photoledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads clusters and their members. */
final class ClusterRows {

    private static final String MEMBERS = """
            select m.sha256, c.id, c.members, c.suspicious from cluster_member m join cluster c on c.id = m.cluster_id
            """;

    private final JdbcClient client;

    ClusterRows(JdbcClient client) {
        this.client = client;
    }

    /** All clusters by id. */
    void each(Consumer<Cluster> clusters) {
        Pages.each(this::page, clusters);
    }

    private List<Cluster> page(@Nullable Cluster last) {
        return client.sql("select id, members, suspicious from cluster where id > :last order by id fetch first "
                        + Pages.ROWS + " rows only")
                .param("last", last == null ? "" : last.id())
                .query((row, index) -> cluster(row))
                .list();
    }

    static Cluster cluster(ResultSet row) throws SQLException {
        return new Cluster(row.getString("id"), row.getInt("members"), row.getBoolean("suspicious"));
    }

    /** All members by cluster, the representative first, then by digest. */
    void eachMember(Consumer<ClusterMember> members) {
        String[] begun = {""};
        Pages.each(this::memberPage, member -> {
            Cluster cluster = member.cluster();
            if (!cluster.id().equals(begun[0])) {
                begun[0] = cluster.id();
                members.accept(new ClusterMember(cluster, cluster.id()));
            }
            if (!member.representative()) {
                members.accept(member);
            }
        });
    }

    private List<ClusterMember> memberPage(@Nullable ClusterMember last) {
        return client.sql(MEMBERS + """
                        where m.cluster_id >= :cluster
                            and (m.cluster_id > :cluster or m.sha256 > :sha256)
                        order by m.cluster_id, m.sha256 fetch first %d rows only
                        """.formatted(Pages.ROWS))
                .param("cluster", last == null ? "" : last.cluster().id())
                .param("sha256", last == null ? "" : last.sha256())
                .query((row, index) -> new ClusterMember(cluster(row), row.getString("sha256")))
                .list();
    }

    /** The cluster that a photo is in. */
    Optional<Cluster> of(String sha256) {
        return client.sql(MEMBERS + "where m.sha256 = :sha256")
                .param("sha256", sha256)
                .query((row, index) -> cluster(row))
                .optional();
    }

    /** Digests of the first members of a cluster: the representative, then by digest. */
    List<String> members(String cluster, int most) {
        return client.sql("""
                        select sha256 from cluster_member where cluster_id = :cluster
                        order by case sha256 when cluster_id then 0 else 1 end, sha256 fetch first :most rows only
                        """)
                .param("cluster", cluster)
                .param("most", most)
                .query(String.class)
                .list();
    }
}
