package org.photoledger.job;

import java.util.List;
import org.photoledger.store.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a database holds, as tests ask it. */
record BenchTables(Database database) {

    private JdbcClient client() {
        return JdbcClient.create(database.dataSource());
    }

    /** One column. */
    List<String> query(String sql) {
        return client().sql(sql).query(String.class).list();
    }

    /** Of the only file of this path: its outcome, and its reason if it has one. */
    String outcome(String path) {
        return client().sql("select concat_ws(' ', outcome, reason) from source_file where path = :path")
                .param("path", path)
                .query(String.class)
                .single();
    }

    /** Of the files of this path: codes and details. */
    List<String> findings(String path) {
        return client().sql("select concat(n.code, ': ', n.detail) from finding n"
                        + " join source_file f on f.id = n.source_file_id where f.path = :path")
                .param("path", path)
                .query(String.class)
                .list();
    }
}
