package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {

    private static final String LAUNCHER = "photoledger.launcher";

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void startedByItsLauncher() {
        System.setProperty(LAUNCHER, "/opt/photoledger/photoledger");
    }

    @AfterEach
    void asBefore() {
        System.clearProperty(LAUNCHER);
    }

    private int init(String... more) {
        Stream<String> arguments = Stream.concat(Stream.of("init", "--home", home().toString(), "-q"), Stream.of(more));
        return Main.commandLine().execute(arguments.toArray(String[]::new));
    }

    private Path home() {
        return folder.resolve("home");
    }

    @Test
    void aNewHomeIsItsOwnersAloneAndItsSettingsAreTheDefaults() throws IOException {
        assertThat(init()).isZero();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home())))
                .isEqualTo("rwx------");
        assertThat(SettingsLoader.load(home(), null).settings())
                .isEqualTo(SettingsLoader.load(folder.resolve("none"), null).settings());
    }

    @Test
    void aLineThatIsNoCommentAnyMoreCounts() throws IOException {
        init();
        Path file = home().resolve("application.yml");
        Files.writeString(
                file,
                Files.readString(file).replace("#  digest:", "  digest:").replace("#    md5: false", "    md5: true"));

        assertThat(SettingsLoader.load(home(), null).settings().digest().md5()).isTrue();
    }

    @Test
    void whatIsThereAlreadyIsNotChanged() throws IOException {
        Files.createDirectories(home());
        Path file = Files.writeString(home().resolve("application.yml"), "photoledger: {digest: {md5: true}}");

        assertThat(init()).isZero();

        assertThat(Files.readString(file)).isEqualTo("photoledger: {digest: {md5: true}}");
    }

    @Test
    void aFolderThatTakesNoUnitsIsAWrongWordAndNoFailure() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(init("--systemd", "-o", file.resolve("units").toString())).isEqualTo(2);
    }

    @Test
    void theUnitsNameTheLauncherAndTheHome() throws IOException {
        Path units = folder.resolve("units");

        assertThat(init("--systemd", "-o", units.toString())).isZero();

        try (Stream<Path> files = Files.list(units)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertThat(names)
                    .containsExactly(
                            "photoledger-import@.service", "photoledger-import@.timer", "photoledger-notify@.service");
        }
        assertThat(Files.readString(units.resolve("photoledger-import@.service")))
                .contains(
                        "ExecStart=\"/opt/photoledger/photoledger\" import %f --home \"" + home() + "\" --lock-wait 8h",
                        "SuccessExitStatus=3 5");
        assertThat(Files.readString(units.resolve("photoledger-notify@.service")))
                .contains("ExecStart=\"/opt/photoledger/config/systemd/notify\" \"/opt/photoledger/photoledger\"");
    }
}
