package org.photoledger.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Writes an H2 database anew into another file: statement by statement as SCRIPT gives them, with no clear text between, and then compares
 * schema and rows of both. H2's own SHUTDOWN COMPACT fails at times in this version (h2database issue 4286).
 */
final class Compaction {

    /** Statements of a transaction. */
    private static final int STATEMENTS = 1_000;

    private static final String VIEW = "CREATE FORCE VIEW";

    private final DataSource from;
    private final DatabaseSettings to;

    Compaction(DataSource from, DatabaseSettings to) {
        this.from = from;
        this.to = to;
    }

    /** Throws CompactionException where the new file is not what the old one is; nobody else may write meanwhile. */
    void run() {
        try (Connection source = from.getConnection()) {
            try (HikariDataSource pool = DatabasePool.ofDraft(to);
                    Connection target = pool.getConnection()) {
                copy(source, target);
            }
            // as another process finds it
            try (HikariDataSource pool = DatabasePool.of(to);
                    Connection target = pool.getConnection()) {
                requireEqual(source, target);
            }
        } catch (SQLException e) {
            throw new CompactionException("the new file cannot be written", e);
        }
    }

    private static void copy(Connection source, Connection target) throws SQLException {
        target.setAutoCommit(false);
        try (Statement script = source.createStatement();
                ResultSet rows = script.executeQuery("script");
                Statement statement = target.createStatement()) {
            for (int done = 1; rows.next(); done++) {
                String sql = rows.getString(1);
                if (!sql.startsWith("--") && !sql.startsWith("SET ")) {
                    // H2 keeps a view's text with all that stands in it
                    statement.execute(sql.substring(0, sql.length() - ";".length()));
                }
                if (done % STATEMENTS == 0) {
                    target.commit();
                }
            }
            target.commit();
            statement.execute("checkpoint sync");
        }
    }

    static void requireEqual(Connection source, Connection target) throws SQLException {
        List<String> schema = schema(source);
        List<String> copied = schema(target);
        if (!schema.equals(copied)) {
            schema.removeAll(copied);
            throw unequal(
                    schema.isEmpty()
                            ? "order of the schema"
                            : schema.get(0).lines().findFirst().orElse(""));
        }
        TableContents.requireViews(target);
        Map<String, String> contents = TableContents.of(source);
        Map<String, String> rows = TableContents.of(target);
        if (!contents.equals(rows)) {
            contents.entrySet().removeAll(rows.entrySet());
            throw unequal("rows of " + contents);
        }
    }

    private static CompactionException unequal(String what) {
        return new CompactionException("the new file does not hold what the old one holds: " + what, null);
    }

    /** Tables, views by name and columns, indexes, constraints and where each sequence stands. */
    private static List<String> schema(Connection connection) throws SQLException {
        List<String> schema = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("script nodata nosettings")) {
            while (rows.next()) {
                String sql = rows.getString(1);
                // each file has its own salt, and H2 words a view anew each time that it reads it
                if (!sql.startsWith("--") && !sql.startsWith("CREATE USER")) {
                    schema.add(sql.startsWith(VIEW) ? sql.substring(0, sql.indexOf(')')) : sql);
                }
            }
        }
        return schema;
    }
}
