package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.Restored;
import org.photoledger.testing.SharedFiles;
import org.photoledger.testing.SmallPhotos;

/** A home whose database is encrypted, by the command line. */
class EncryptionIT {

    private static final String SECRET = "canary-5d1f";

    @TempDir
    private static Path shared = Path.of("");

    @TempDir
    private Path folder = Path.of("");

    private static Path source = Path.of("");
    private static Photoledger program = new Photoledger(shared);

    @BeforeAll
    static void importSource() throws IOException {
        source = Files.createDirectory(shared.resolve("leak"));
        SmallPhotos.fill(source, 12);
        program = new Photoledger(shared);
        Path key = key(shared, SECRET, "rw-------");
        Files.createDirectory(program.home());
        Files.writeString(program.home().resolve("application.yml"), settings("key-file, key-file: " + key));
        Photoledger.Ended ended = program.run("import", source.toString(), "--text", "off", "-v");
        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        assertThat(ended.lines().toString() + ended.errors()).doesNotContain(SECRET);
    }

    private static Path key(Path folder, String line, String mode) throws IOException {
        Path file = Files.writeString(folder.resolve("key-" + mode), line + "\nnothing else counts\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private static String settings(String encryption) {
        return "photoledger: {database: {encryption: " + encryption + "}}";
    }

    private Path config(String encryption) throws IOException {
        return Files.writeString(folder.resolve("settings.yml"), settings(encryption));
    }

    /** Tried by logging the key: it stood in what the import printed. */
    @Test
    void theDatabaseAndItsBackupsTellNothingWithoutTheKey() throws IOException {
        Path backup = folder.resolve("case.zip");
        assertThat(program.run("backup", backup.toString()).exitCode()).isZero();
        Photoledger restored = Restored.from(backup, folder.resolve("restored"));
        for (Path home : List.of(program.home(), restored.home())) {
            assertThat(Files.readString(home.resolve("photoledger.mv.db"), StandardCharsets.ISO_8859_1))
                    .startsWith("H2encrypt")
                    .doesNotContain("Orbis");
        }
        Files.copy(program.home().resolve("application.yml"), restored.home().resolve("application.yml"));
        Photoledger.Ended verified = restored.run("verify", "--rehash");
        assertThat(verified.exitCode()).as(verified.errors()).isZero();
        assertThat(restored.export()).isEqualTo(program.export());
        try (Stream<Path> files = Files.walk(program.home())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(SECRET);
            }
        }
    }

    /** Tried by taking the database's code for it out of Database.sentence: H2's own words were told. */
    @Test
    void aWrongKeyAndAMissingTerminalAreASentenceEach() throws IOException {
        assertRefused(12, "The key does not open", "key-file, key-file: " + key(folder, "another", "rw-------"));
        assertRefused(2, "There is no terminal", "prompt, key-file: ''");
    }

    private void assertRefused(int code, String words, String encryption) throws IOException {
        Photoledger.Ended ended =
                program.run("runs", "--config", config(encryption).toString());
        assertThat(ended.exitCode()).as(ended.errors()).isEqualTo(code);
        assertThat(ended.errors()).hasLineCount(1).contains(words).doesNotContain(SECRET);
        assertThat(ended.lines()).isEmpty();
    }

    /** On a terminal of its own, by util-linux' script. Tried by leaving stty out: the passphrase stood in what the terminal showed. */
    @Test
    void aPassphraseIsAskedForOnTheTerminalAndNotShown() throws IOException, InterruptedException {
        // the home's own settings name the key file
        Path settings = config("prompt, key-file: ''");
        String verb = SharedFiles.repository().resolve("photoledger") + " runs --json --config " + settings + " --home "
                + program.home();
        Process terminal = new ProcessBuilder("script", "-qec", verb, "/dev/null")
                .redirectErrorStream(true)
                .start();
        String shown = "";
        for (int read = terminal.getInputStream().read();
                read >= 0;
                read = terminal.getInputStream().read()) {
            shown += (char) read;
            if (shown.endsWith("Passphrase of the database: ")) {
                type(terminal);
            }
        }
        assertThat(terminal.waitFor()).as(shown).isZero();
        assertThat(shown).contains("\"COMPLETE\"").doesNotContain(SECRET);
    }

    private static void type(Process terminal) throws IOException {
        terminal.getOutputStream().write((SECRET + "\n").getBytes(StandardCharsets.US_ASCII));
        terminal.getOutputStream().flush();
    }
}
