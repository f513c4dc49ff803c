package org.photoledger.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads pairs and clusters in a stable order; see {@link ExportReader}. */
final class LinkExport {

    private final JdbcClient client;

    LinkExport(JdbcClient client) {
        this.client = client;
    }

    void nearDuplicates(Consumer<Map<String, @Nullable Object>> rows) {
        new PairRows(client).each(null, pair -> rows.accept(columns(pair)));
    }

    private static Map<String, @Nullable Object> columns(LinkedPair pair) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("sha256A", pair.sha256A());
        out.put("sha256B", pair.sha256B());
        out.put("distance", pair.distance());
        out.put("turn", pair.turn());
        out.put("residual", pair.residual());
        out.put("band", pair.band().name());
        out.put("reason", pair.reason() == null ? null : pair.reason().name());
        return out;
    }

    void clusters(Consumer<Map<String, @Nullable Object>> rows) {
        new ClusterRows(client).eachMember(member -> rows.accept(columns(member)));
    }

    private static Map<String, @Nullable Object> columns(ClusterMember member) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("cluster", member.cluster().id());
        out.put("sha256", member.sha256());
        out.put("representative", member.representative());
        out.put("members", member.cluster().members());
        out.put("suspicious", member.cluster().suspicious());
        return out;
    }
}
