package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.SharedFiles;
import org.photoledger.testing.SmallPhotos;

/** Where settings come from, which of two places wins, and where none is ever read. */
class SettingsPlacesIT {

    @TempDir
    private Path folder = Path.of("");

    private Photoledger.Ended inFolder(Path current, List<String> variables, String... arguments) {
        Photoledger program = new Photoledger(folder);
        List<String> command = new ArrayList<>(List.of("env", "-C", current.toString()));
        command.addAll(variables);
        command.add(SharedFiles.repository().resolve("photoledger").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("--home", program.home().toString()));
        return program.ended(program.start(command));
    }

    private static Path settings(Path file, String... limits) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "photoledger: {limits: {" + String.join(", ", limits) + "}}");
    }

    @Test
    void eachPlaceWinsOverThoseBeforeIt() throws IOException {
        Path user =
                settings(folder.resolve("xdg/photoledger/application.yml"), "blocks: 1, scans: 1, tags: 1, pixels: 1");
        Path home = settings(folder.resolve("home/application.yml"), "scans: 2, tags: 2, pixels: 2");
        Path named = settings(folder.resolve("named.yml"), "tags: 3, pixels: 3");
        Files.writeString(named, "\n---\nphotoledger: {workers: {count: 3}}", java.nio.file.StandardOpenOption.APPEND);
        Photoledger.Ended shown = inFolder(
                folder,
                List.of(
                        "XDG_CONFIG_HOME=" + folder.resolve("xdg"),
                        "PHOTOLEDGER_LIMITS_PIXELS=4",
                        "PHOTOLEDGER_WORKERS_COUNT=4",
                        "PHOTOLEDGER_DATABASE_URL=jdbc:postgresql://h/d?password=secret&ssl=true"),
                "config",
                "show",
                "--origin",
                "--config",
                named.toString(),
                "--workers",
                "5");
        assertThat(shown.exitCode()).as(shown.errors()).isZero();
        assertThat(shown.lines())
                .contains(
                        "photoledger.limits.directories: 1000   # default",
                        "photoledger.limits.blocks: 1   # " + user,
                        "photoledger.limits.scans: 2   # " + home,
                        "photoledger.limits.tags: 3   # " + named,
                        "photoledger.limits.pixels: 4   # PHOTOLEDGER_LIMITS_PIXELS",
                        "photoledger.workers.count: 5   # --workers",
                        "photoledger.database.url: jdbc:postgresql://h/d?password=***&ssl=true   # PHOTOLEDGER_DATABASE_URL");
    }

    @Test
    void aMistypedVariableStopsTheProgram() throws IOException {
        Photoledger.Ended refused = inFolder(folder, List.of("PHOTOLEDGER_WORKRES_COUNT=4"), "config", "show");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.errors())
                .contains("did you mean PHOTOLEDGER_WORKERS_COUNT?")
                .hasLineCount(1);
    }

    /** Tried with a loader that took ./application.yml too: the import failed at what is planted. */
    @Test
    void nothingIsReadFromTheCurrentFolder() throws IOException, SQLException {
        Path current = folder.resolve("leak");
        Files.createDirectories(current.resolve("config"));
        SmallPhotos.fill(current, 2);
        Path sprung = folder.resolve("sprung.csv");
        String url = "jdbc:h2:mem:planted;INIT=CALL CSVWRITE('" + sprung + "', 'SELECT 1')";
        String ours = "photoledger: {database: {url: \"" + url + "\"}}\nspring: {datasource: {url: \"" + url + "\"}}\n";
        Files.writeString(
                current.resolve("config/application.properties"),
                "spring.datasource.url=" + url + "\nphotoledger.database.url=" + url);
        for (String name : List.of("config/application.yml", "application.yml", "photoledger.yml")) {
            Files.writeString(current.resolve(name), ours);
        }

        Photoledger.Ended ended = inFolder(current, List.of(), "import", ".", "--text", "off", "--json");

        assertThat(ended.exitCode()).as(ended.lines() + ended.errors()).isZero();
        assertThat(ended.number("recorded")).isEqualTo(2);
        assertThat(folder.resolve("home/photoledger.mv.db")).exists();
        assertThat(sprung).doesNotExist();
        assertThat(inFolder(current, List.of(), "config", "show", "--origin").lines())
                .isNotEmpty()
                .allMatch(line -> line.endsWith("# default"));
        try (Connection trap = DriverManager.getConnection(url)) {
            assertThat(trap.isValid(1)).isTrue();
        }
        assertThat(sprung).as("the trap works").exists();
    }
}
