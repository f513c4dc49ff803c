package org.photoledger.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checks that the database keeps what it acknowledges. */
final class Durability {

    private Durability() {}

    static void require(JdbcClient client, DatabaseSettings settings) {
        if (settings.isH2()) {
            requireH2(client, "WRITE_DELAY", "0");
            requireH2(client, "REUSE_SPACE", "FALSE");
        } else if (!settings.allowUnsafe()) {
            requirePostgres(client, "fsync");
            requirePostgres(client, "full_page_writes");
        }
    }

    private static void requireH2(JdbcClient client, String name, String wanted) {
        List<String> values = client.sql(
                        "select setting_value from information_schema.settings where setting_name = :name")
                .param("name", name)
                .query(String.class)
                .list();
        if (!values.stream().allMatch(wanted::equalsIgnoreCase)) {
            throw new DatabaseUnavailableException("The database runs with " + name + "=" + values + " instead of "
                    + wanted + "; it is not safe to write to.");
        }
    }

    private static void requirePostgres(JdbcClient client, String name) {
        String actual = client.sql("select current_setting(:name)")
                .param("name", name)
                .query(String.class)
                .single();
        if (!actual.equals("on")) {
            throw new DatabaseUnavailableException("The PostgreSQL server runs with " + name
                    + " off and may lose what it acknowledged; switch it on in postgresql.conf.");
        }
    }
}
