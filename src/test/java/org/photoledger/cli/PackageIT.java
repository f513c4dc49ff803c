package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.SharedFiles;
import org.photoledger.testing.SmallPhotos;

/** What {@code mvn package} makes for machines without Maven, unpacked into a folder whose name has a space. */
class PackageIT {

    @TempDir
    private Path folder = Path.of("");

    private Photoledger shell = new Photoledger(folder);
    private Path installed = folder;

    @BeforeEach
    void unpack() throws IOException {
        shell = new Photoledger(folder);
        Path place = Files.createDirectory(folder.resolve("a place"));
        Photoledger.Ended unpacked = run("tar", "-xzf", archive(), "-C", place);
        assertThat(unpacked.exitCode()).as(unpacked.errors()).isZero();
        installed = Path.of(only(place, "photoledger-*"));
    }

    private Photoledger.Ended run(Object... words) {
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT,HUP", "PATH=/usr/bin:/bin"));
        Arrays.stream(words).map(String::valueOf).forEach(command::add);
        return shell.ended(shell.start(command));
    }

    private static String archive() throws IOException {
        return only(SharedFiles.repository().resolve("target"), "photoledger-*.tar.gz");
    }

    private static String only(Path folder, String glob) throws IOException {
        try (var found = Files.newDirectoryStream(folder, glob)) {
            return found.iterator().next().toString();
        }
    }

    /** The archive of classes is made by the first import; tried with an archive that is nothing, and there was none after it. */
    @Test
    void itImportsWithoutMavenAndMakesItsArchiveOfClasses() throws IOException {
        Path source = Files.createDirectory(folder.resolve("leak"));
        SmallPhotos.fill(source, 3);
        Path program = installed.resolve("photoledger");
        Path home = folder.resolve("home");
        Photoledger.Ended imported = run(program, "import", source, "--home", home, "--text", "off", "--json");
        assertThat(imported.exitCode()).as(imported.errors()).isZero();
        assertThat(imported.number("recorded")).isEqualTo(3);
        try (Stream<Path> files = Files.list(installed.resolve("lib"))) {
            List<Path> others =
                    files.filter(file -> !file.toString().endsWith(".jar")).toList();
            assertThat(others).hasSize(1);
            assertThat(others.get(0)).isNotEmptyFile();
        }
        Photoledger.Ended runs = run(program, "runs", "--home", home);
        assertThat(runs.exitCode()).as(runs.errors()).isZero();
        assertThat(runs.lines()).anyMatch(line -> line.contains("COMPLETE"));
    }

    @Test
    void bashCompletesVerbsAndOptionsOfIt() {
        Path script = installed.resolve("share/bash-completion/completions/photoledger");
        String typed = "source \"$0\"; COMP_WORDS=(photoledger \"$@\"); COMP_CWORD=$#; COMP_LINE=\"photoledger $*\";"
                + " COMP_POINT=${#COMP_LINE}; _complete_photoledger; printf '%s\\n' \"${COMPREPLY[@]}\"";
        assertThat(run("bash", "-c", typed, script, "comp").lines()).contains("compare", "compact", "completion");
        assertThat(run("bash", "-c", typed, script, "status", "--wa").lines()).containsExactly("--watch");
    }

    @Test
    void itsManualPageNamesEveryVerbAndExitCode() throws IOException {
        String page = Files.readString(installed.resolve("share/man/man1/photoledger.1"));
        assertThat(page).startsWith(".TH PHOTOLEDGER 1").contains("\\-\\-lock\\-wait", ".B 130, 143");
        Main.commandLine()
                .getSubcommands()
                .keySet()
                .forEach(verb -> assertThat(page).contains(".SS " + verb));
    }
}
