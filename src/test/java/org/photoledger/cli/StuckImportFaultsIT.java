package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.PostgresServer;
import org.photoledger.testing.SmallPhotos;

/** A stop ends the process though the run hangs in its database, and the last line still tells where it stands. */
class StuckImportFaultsIT {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aStopOfARunThatHangsIsToldOnceWithTheCountsOfTheDatabase()
            throws IOException, SQLException, InterruptedException {
        Path source = Files.createDirectory(folder.resolve("leak"));
        SmallPhotos.fill(source, 1_000);
        String url = PostgresServer.newDatabase();
        Path settings = Files.writeString(
                folder.resolve("s.yml"), "photoledger: {database: {url: '" + url + "', allow-unsafe: true}}");
        Photoledger program = new Photoledger(folder);
        Process process =
                program.start("import", source.toString(), "--json", "--text", "off", "--config", settings.toString());
        program.awaitOutput("\"step\":\"examine\"");
        // so long that a chunk is at work
        assertThat(process.waitFor(2, java.util.concurrent.TimeUnit.SECONDS)).isFalse();
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                // readers go on, the run's next chunk waits
                statement.execute("lock table source_file in exclusive mode");
            }
            Photoledger.signal("TERM", process.pid());
            Photoledger.Ended stopped = program.ended(process);

            assertThat(stopped.exitCode()).isEqualTo(143);
            assertThat(stopped.lines())
                    .filteredOn(line -> line.contains("run.finished"))
                    .hasSize(1);
            assertThat(stopped.lastLine()).contains("\"run.finished\"", "\"STOPPED\"", "\"exitCode\":143");
            assertThat(stopped.lastLine()).contains("\"names\":1000", "\"found\":1000");
            connection.rollback();
        }
        Photoledger.Ended resumed = program.run("resume", "--json", "--config", settings.toString());
        assertThat(resumed.exitCode()).as(resumed.errors()).isZero();
        assertThat(resumed.number("pending")).isZero();
    }
}
