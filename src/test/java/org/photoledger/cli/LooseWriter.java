package org.photoledger.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.photoledger.store.Database;
import org.photoledger.store.DatabaseSettings;

/**
 * Writes a ledger as an import does, chunk by chunk with a status after each commit, but by H2's own settings: without them
 * being changed, a commit is on disk half a second later, and in no order that a kill respects. Ends when it is killed.
 */
final class LooseWriter {

    private static final int CHUNK = 8;
    private static final int VALUES = 30;
    private static final String FILES =
            "insert into source_file (source_id, run_id, last_seen_run, last_seen_launch, path,"
                    + " path_bytes, path_key, observation, size, sha256, outcome) values (1, 1, 1, 1, ?, X'61', ?, 1, 1, ?, 'recorded')";
    private static final String PHOTOS =
            "insert into photo (id, sha256, sha1, bytes, media_type, make) values (?, ?, 'a', 1, 'image/jpeg', 'Orbis')";
    private static final String METADATA = "insert into metadata_value (photo_id, ordinal, block, directory, tag, name,"
            + " origins, raw, truncated) values (?, ?, 'EXIF', 'IFD0', '0x010f', 'Make', 'a', ?, false)";

    private LooseWriter() {}

    public static void main(String[] arguments) throws SQLException, IOException, InterruptedException {
        Path home = Files.createDirectories(Path.of(arguments[0]));
        Database.open(DatabaseSettings.h2In(home)).close();
        String url = "jdbc:h2:file:" + home.resolve("photoledger") + ";WRITE_DELAY=500;REUSE_SPACE=TRUE";
        try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
            connection.setAutoCommit(false);
            begin(connection);
            for (long files = 0; true; files += CHUNK) {
                chunk(connection, files);
                connection.commit();
                tell(home, files + CHUNK);
                Thread.sleep(5);
            }
        }
    }

    private static void begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "insert into source (name, root_uri, fingerprint) values ('a', '/a', 'a')",
                    "insert into import_run (number, source_id, status, started, operator, parameters, settings_digest,"
                            + " software_version) values (1, 1, 'RUNNING', current_timestamp, 'a', 'a', 'a', 'a')",
                    "insert into batch_job_instance values (1, 0, 'import', 'a')",
                    "insert into batch_job_execution (job_execution_id, job_instance_id, create_time)"
                            + " values (1, 1, current_timestamp)",
                    step(1, "inventory"),
                    step(2, "examine"))) {
                statement.execute(sql);
            }
        }
        connection.commit();
    }

    private static String step(int number, String name) {
        return "insert into batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time,"
                + " write_count) values (" + number + ", 0, '" + name + "', 1, current_timestamp, 0)";
    }

    private static void chunk(Connection connection, long first) throws SQLException {
        try (PreparedStatement files = connection.prepareStatement(FILES);
                PreparedStatement photos = connection.prepareStatement(PHOTOS);
                PreparedStatement metadata = connection.prepareStatement(METADATA);
                Statement statement = connection.createStatement()) {
            for (long number = first + 1; number <= first + CHUNK; number++) {
                String digest = Long.toHexString(number * 0x9e3779b97f4a7c15L);
                execute(photos, number, digest);
                execute(files, digest, digest, digest);
                for (int value = 0; value < VALUES; value++) {
                    execute(metadata, number, value, digest.repeat(4));
                }
                statement.execute("insert into photo_field values (" + number + ", 'MAKE', 'a', 'SINGLE')");
            }
            statement.execute("update batch_step_execution set write_count = write_count + " + CHUNK);
        }
    }

    private static void execute(PreparedStatement statement, Object... values) throws SQLException {
        for (int at = 0; at < values.length; at++) {
            statement.setObject(at + 1, values[at]);
        }
        statement.executeUpdate();
    }

    private static void tell(Path home, long files) throws IOException {
        Path written =
                Files.writeString(home.resolve("status.json.tmp"), "{\"names\":" + files + ",\"files\":" + files + "}");
        Files.move(written, home.resolve("status.json"), StandardCopyOption.ATOMIC_MOVE);
    }
}
