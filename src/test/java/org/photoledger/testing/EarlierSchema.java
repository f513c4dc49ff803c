package org.photoledger.testing;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes an H2 database what the release before the ledger left: schema version 8. */
public final class EarlierSchema {

    public static final String VERSION = "8";

    private static final List<String> BACK = List.of(
            "drop index source_file_by_ledger_line",
            "drop index photo_by_ledger_line",
            "alter table source_file drop column ledger_line",
            "alter table photo drop column ledger_line",
            "drop table ledger_head",
            "alter table import_run drop column facts",
            "delete from \"flyway_schema_history\" where cast(\"version\" as int) > " + VERSION);

    private EarlierSchema() {}

    public static void putBack(DataSource dataSource) {
        JdbcClient client = JdbcClient.create(dataSource);
        BACK.forEach(statement -> client.sql(statement).update());
    }
}
