package org.photoledger.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.photoledger.store.FileLogin;
import org.photoledger.testing.Photoledger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A home's database as a kill at one moment would have left it, and what the run had told until then. */
final class CrashPoint {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What counts what must be nothing, whatever commit was the last. */
    private static final Map<String, String> NOTHING = new LinkedHashMap<>();

    static {
        NOTHING.put(
                "recorded files without their photo",
                "select count(*) from source_file f where f.outcome = 'recorded'"
                        + " and not exists (select 1 from photo p where p.sha256 = f.sha256)");
        NOTHING.put(
                "photos without a settled file",
                "select count(*) from photo p where not exists (select 1 from source_file f where f.sha256 = p.sha256)");
        NOTHING.put(
                "photos with a camera and without metadata",
                "select count(*) from photo p where p.make is not null"
                        + " and not exists (select 1 from metadata_value m where m.photo_id = p.id)");
        NOTHING.put(
                "photos with a camera and without its origin",
                "select count(*) from photo p where p.make is not null"
                        + " and not exists (select 1 from photo_field f where f.photo_id = p.id and f.field = 'MAKE')");
        NOTHING.put(
                "photos with gaps in their metadata",
                "select count(*) from (select photo_id from metadata_value group by photo_id"
                        + " having max(ordinal) + 1 <> count(*)) g");
        NOTHING.put(
                "metadata without a photo",
                "select count(*) from metadata_value m where not exists (select 1 from photo p where p.id = m.photo_id)");
        NOTHING.put(
                "settled files more or less than Spring Batch's row says",
                "select abs((select count(*) from source_file where sha256 is not null)"
                        + " - (select coalesce(sum(write_count), 0) from batch_step_execution where step_name = 'examine'))");
        NOTHING.put(
                "names more or less than Spring Batch's row says",
                "select abs((select count(*) from source_file)"
                        + " - (select coalesce(sum(write_count), 0) from batch_step_execution where step_name = 'inventory'))");
        NOTHING.put(
                "photos more or less than in their index",
                "select abs((select count(*) from photo where id > 0)"
                        + " - (select count(*) from photo where sha256 >= '0'))");
        NOTHING.put(
                "files more or less than in their index",
                "select abs((select count(*) from source_file where id > 0)"
                        + " - (select count(*) from source_file use index (source_file_by_outcome) where run_id > 0))");
        NOTHING.put(
                "complete runs whose books do not close",
                "select count(*) from import_run where status = 'COMPLETE' and (names <> unchanged + found"
                        + " or found <> (select count(*) from source_file))");
        NOTHING.put("unreadable values", "select count(*) from metadata_value where length(raw) < 0");
    }

    private final Path database;
    private String cipher = "";
    private String login = "";
    private final long toldNames;
    private final long toldFiles;

    private CrashPoint(Path database, JsonNode told) {
        this.database = database;
        this.toldNames = told.path("names").asLong();
        this.toldFiles = told.path("files").asLong();
    }

    /** Stops the process for as long as its file is copied; empty where there is no file yet. */
    static Optional<CrashPoint> of(Process process, Path home, Path copy) throws IOException, InterruptedException {
        Photoledger.signal("STOP", process.pid());
        try {
            awaitStopped(process);
            Path file = home.resolve("photoledger.mv.db");
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            Path status = home.resolve("status.json");
            return Optional.of(new CrashPoint(
                    copy, Files.exists(status) ? MAPPER.readTree(status.toFile()) : MAPPER.createObjectNode()));
        } finally {
            Photoledger.signal("CONT", process.pid());
        }
    }

    /** The same copy, which is encrypted. */
    CrashPoint under(String secret) {
        cipher = ";CIPHER=AES";
        login = FileLogin.of(secret);
        return this;
    }

    /** A file of which nothing was told. */
    static CrashPoint at(Path database) {
        return new CrashPoint(database, MAPPER.createObjectNode());
    }

    static String url(Path database) {
        return "jdbc:h2:file:" + database.toString().replace(".mv.db", "");
    }

    private static void awaitStopped(Process process) throws IOException, InterruptedException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        try {
            while (process.isAlive() && !Files.readString(status).contains("State:\tT")) {
                Thread.sleep(1);
            }
        } catch (IOException e) {
            // a process that ended since it was asked has no status; its file stands as still as a stopped one's
            if (!process.waitFor(1, TimeUnit.SECONDS)) {
                throw e;
            }
        }
    }

    /** What a copy holds: names and settled files. */
    record Held(long names, long files) {}

    /**
     * Opens the copy as a next start would, and adds to the problems what is torn or lost.
     *
     * @param before what an earlier copy of the same file held, and a later one must hold too
     * @param underWay names and files of transactions that a run tells before they are committed
     */
    Held check(Held before, Held underWay, List<String> problems) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(database) + cipher, "sa", login);
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> query : NOTHING.entrySet()) {
                long count = count(statement, query.getValue());
                if (count != 0) {
                    problems.add("torn: " + count + " " + query.getKey());
                }
            }
            Held held = new Held(
                    count(statement, "select count(*) from source_file"),
                    count(statement, "select count(*) from source_file where sha256 is not null"));
            problems.addAll(lost("names", held.names, Math.max(before.names, toldNames - underWay.names)));
            problems.addAll(lost("files", held.files, Math.max(before.files, toldFiles - underWay.files)));
            return held;
        }
    }

    private static List<String> lost(String what, long held, long acknowledged) {
        List<String> problems = new ArrayList<>();
        if (held < acknowledged) {
            problems.add("lost: " + (acknowledged - held) + " of " + acknowledged + " acknowledged " + what);
        }
        return problems;
    }

    private static long count(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
