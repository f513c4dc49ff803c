package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.digest.Sha256;
import org.photoledger.testing.Mounts;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.SmallPhotos;

/** A source is only ever read, a home is its owner's alone, and one that cannot be written is told so. */
class ReadOnlyIT {

    @TempDir
    private Path folder = Path.of("");

    private final Mounts mounts = new Mounts();
    private Photoledger program = new Photoledger(folder);
    private Path source = folder;

    @BeforeEach
    void aSource() throws IOException {
        program = new Photoledger(folder);
        source = Files.createDirectory(folder.resolve("leak"));
        SmallPhotos.fill(source, 150);
    }

    @AfterEach
    void unmount() {
        mounts.close();
    }

    private static List<Path> tree(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.toList();
        } catch (IOException | UncheckedIOException e) {
            // a file that was there and is not any more
            return List.of();
        }
    }

    /** Digest, size and time of every name. */
    private Map<String, String> state() throws IOException {
        Map<String, String> state = new TreeMap<>();
        for (Path path : tree(source)) {
            String digest = Files.isDirectory(path)
                    ? ""
                    : Sha256.of(Files.readAllBytes(path)).hex();
            state.put(
                    path.toString(),
                    digest + " " + Files.getLastModifiedTime(path) + " " + Files.getPosixFilePermissions(path));
        }
        return state;
    }

    private void assertOwnersAlone(Path path) {
        try {
            String wanted = Files.isDirectory(path) ? "rwx------" : "rw-------";
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .as(path.toString())
                    .isEqualTo(wanted);
        } catch (NoSuchFileException e) {
            // gone since it was listed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tried without the launcher's umask: the lock was readable for all. With a file that the program makes in the source: it was seen. */
    @Test
    void anImportLeavesItsSourceAsItIsAndEveryFileOfTheHomeIsItsOwnersAlone() throws IOException {
        Map<String, String> before = state();
        Path settings = Files.writeString(folder.resolve("s.yml"), "photoledger: {workers: {frame-bytes: 0}}");
        Process process = program.start("import", source.toString(), "--text", "off", "--config", settings.toString());
        while (process.isAlive()) {
            tree(program.home()).forEach(this::assertOwnersAlone);
        }
        assertThat(program.ended(process).exitCode()).isZero();
        assertThat(tree(program.home())).hasSizeGreaterThan(8).allSatisfy(this::assertOwnersAlone);
        assertThat(state()).isEqualTo(before);
    }

    /** Tried with a file that the program makes in the source: the import failed. By opening files for writing too: none was read (exit 3). */
    @Test
    void aReadOnlyMountIsASourceLikeAnyOther() {
        mounts.readOnly(source);
        Photoledger.Ended ended = program.run("import", source.toString(), "--text", "off", "--json");
        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        assertThat(ended.number("recorded")).isPositive();
    }

    /** Tried by going on in Home, and by leaving the lock's failure to itself: exit 1, an unexpected failure. */
    @Test
    void aReadOnlyHomeIsNamed() throws IOException {
        Files.createDirectories(program.home().resolve("spool"));
        mounts.readOnly(program.home());
        Photoledger.Ended ended = program.run("import", source.toString());
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.errors())
                .contains("home", "check")
                .contains("permissions")
                .hasLineCount(1);
    }
}
