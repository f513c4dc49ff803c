package org.photoledger.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.photoledger.digest.Sha256;

/** What the tables of an H2 database hold: of each the number of its rows and a digest over them, in the order of their key. */
final class TableContents {

    private static final String TABLES = """
            select table_name from information_schema.tables
            where table_schema = 'PUBLIC' and table_type = 'BASE TABLE' order by table_name
            """;
    private static final String VIEWS = """
            select table_name from information_schema.tables
            where table_schema = 'PUBLIC' and table_type = 'VIEW' order by table_name
            """;
    private static final String KEY = """
            select c.column_name from information_schema.table_constraints t
            join information_schema.key_column_usage c on c.constraint_name = t.constraint_name
                and c.table_name = t.table_name
            where t.table_schema = 'PUBLIC' and t.constraint_type = 'PRIMARY KEY' and t.table_name = '%s'
            order by c.ordinal_position
            """;

    private TableContents() {}

    /** Rows and digest by the table's name. */
    static Map<String, String> of(Connection connection) throws SQLException {
        Map<String, String> contents = new TreeMap<>();
        for (String table : names(connection, TABLES)) {
            contents.put(table, of(connection, table));
        }
        return contents;
    }

    /** Asks each view for nothing: one that H2 cannot read is an SQLException. */
    static void requireViews(Connection connection) throws SQLException {
        for (String view : names(connection, VIEWS)) {
            names(connection, "select 1 from \"" + view + "\" where false");
        }
    }

    private static List<String> names(Connection connection, String sql) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static String of(Connection connection, String table) throws SQLException {
        List<String> key = names(connection, KEY.formatted(table));
        // a table without one has few rows: Batch's parameters
        String order = key.isEmpty() ? "1, 2" : "\"" + String.join("\", \"", key) + "\"";
        MessageDigest digest = Sha256.newDigest();
        long count = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from \"" + table + "\" order by " + order)) {
            for (; rows.next(); count++) {
                add(rows, digest);
            }
        }
        return count + " rows, " + Sha256.ofDigest(digest.digest());
    }

    private static void add(ResultSet row, MessageDigest digest) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            // of binary values the text is hexadecimal
            String value = row.getString(column);
            byte[] bytes = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_16BE);
            // with its length, so that no value runs into the next
            digest.update(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(value == null ? -1 : bytes.length)
                    .flip());
            digest.update(bytes);
        }
    }
}
