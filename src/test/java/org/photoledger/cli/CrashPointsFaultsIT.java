package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.SmallPhotos;

/**
 * The database file at any moment of an import holds whole transactions alone, and all that were acknowledged: what a kill
 * would leave is copied while the process is stopped, opened, and checked across tables that one transaction writes.
 */
class CrashPointsFaultsIT {

    /** On a plain file, and as many on an encrypted one. */
    private static final int POINTS = Integer.getInteger("faults.points", 200) / 2;

    private static final int LOOSE_POINTS = 20;
    private static final int CHUNK = 8;
    private static final int INVENTORY_CHUNK = 50;
    private static final int FILES = 600;
    private static final CrashPoint.Held NOTHING_YET = new CrashPoint.Held(0, 0);

    /** An import tells a chunk from within its transaction. */
    private static final CrashPoint.Held UNDER_WAY = new CrashPoint.Held(INVENTORY_CHUNK, CHUNK);

    @TempDir
    private Path folder = Path.of("");

    private final Random random = new Random(20_130_405);
    private final List<String> problems = new ArrayList<>();
    private int points;

    @ParameterizedTest
    @ValueSource(strings = {"", "a key of many words"})
    void everyMomentOfAnImportIsWholeAndHoldsWhatWasAcknowledged(String secret)
            throws IOException, InterruptedException, SQLException {
        Path source = Files.createDirectory(folder.resolve("leak"));
        SmallPhotos.fill(source, FILES);
        Path settings = Files.writeString(
                folder.resolve("settings.yml"),
                "photoledger: {import: {chunk-size: " + CHUNK + ", inventory-chunk-size: " + INVENTORY_CHUNK + "}"
                        + encryption(secret) + "}");
        int imports = 0;
        while (points < POINTS) {
            Photoledger program = new Photoledger(Files.createDirectory(folder.resolve("import-" + imports++)));
            Process process = program.start(
                    "import", source.toString(), "--text", "off", "--json", "--config", settings.toString());
            sample(process, program.home(), POINTS, UNDER_WAY, secret);
            Photoledger.signal("KILL", process.pid());
            process.waitFor();
        }
        System.out.printf(
                "crash points%s: %d in %d imports, %s%n",
                secret.isEmpty() ? "" : " of an encrypted file", points, imports, problems);
        assertThat(problems).isEmpty();
    }

    /** Else the check would be blind. */
    @Test
    void theSameCheckSeesWhatH2LosesByItsOwnSettings() throws IOException, InterruptedException, SQLException {
        Path home = folder.resolve("loose");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LooseWriter.class.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("loose.log").toFile())
                .start();
        try {
            while (process.isAlive() && !Files.exists(home.resolve("status.json"))) {
                Thread.sleep(100);
            }
            sample(process, home, LOOSE_POINTS, NOTHING_YET, "");
        } finally {
            process.destroyForcibly().waitFor();
        }
        System.out.printf("crash points by H2's own settings: %d, %s%n", points, problems);
        assertThat(problems).as(Files.readString(folder.resolve("loose.log"))).hasSizeGreaterThan(LOOSE_POINTS / 4);
        assertThat(problemsOfATornFile(home))
                .contains(
                        "torn: 1 photos with gaps in their metadata",
                        "torn: 1 settled files more or less than Spring Batch's row says",
                        "torn: 1 photos with a camera and without its origin");
    }

    /** Of the same file, with a few rows of three transactions taken out. */
    private static List<String> problemsOfATornFile(Path home) throws IOException, SQLException {
        Path file = home.resolve("photoledger.mv.db");
        try (Connection connection = DriverManager.getConnection(CrashPoint.url(file), "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("delete from metadata_value where photo_id = 1 and ordinal = 3");
            statement.execute("delete from photo_field where photo_id = 9");
            statement.execute(
                    "update batch_step_execution set write_count = write_count - 1 where step_name = 'examine'");
        }
        List<String> found = new ArrayList<>();
        CrashPoint.at(file).check(NOTHING_YET, NOTHING_YET, found);
        return found;
    }

    private String encryption(String secret) throws IOException {
        if (secret.isEmpty()) {
            return "";
        }
        Path key = Files.writeString(folder.resolve("key"), secret);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        return ", database: {encryption: key-file, key-file: " + key + "}";
    }

    private void sample(Process process, Path home, int wanted, CrashPoint.Held underWay, String secret)
            throws IOException, InterruptedException, SQLException {
        CrashPoint.Held before = NOTHING_YET;
        while (points < wanted && !process.waitFor(10 + random.nextInt(150), TimeUnit.MILLISECONDS)) {
            Path copy = folder.resolve("copy.mv.db");
            Optional<CrashPoint> point = CrashPoint.of(process, home, copy);
            if (point.isPresent()) {
                CrashPoint taken = secret.isEmpty() ? point.get() : point.get().under(secret);
                before = taken.check(before, underWay, problems);
                points++;
                Files.delete(copy);
            }
        }
    }
}
