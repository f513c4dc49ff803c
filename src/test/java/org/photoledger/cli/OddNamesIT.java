package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.testing.ExifBlock;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.Pictures;
import org.photoledger.testing.SharedFiles;

/** Any name is recorded exactly and printed escaped; what is no regular file is never opened. */
class OddNamesIT {

    @TempDir
    private Path folder = Path.of("");

    private static byte[] photo(int number) {
        return ExifBlock.anExif()
                .userComment("photo " + number)
                .in(Pictures.jpeg(Pictures.drawn(number, 80, 60), 0.8f));
    }

    @Test
    void namesOfAnyBytesAreRecordedExactlyAndPrintedEscaped() throws IOException {
        Path source = Files.createDirectory(folder.resolve("leak"));
        String root = source.toUri().toString();
        Files.write(Path.of(URI.create(root + "caf%E9.jpg")), photo(1));
        Files.write(source.resolve("line\nbreak\u001b[31m.jpg"), photo(2));
        Files.write(source.resolve("turn\u202egpj.exe"), photo(3));
        Path deep = source;
        while (deep.toString().length() < 3_600) {
            deep = deep.resolve("d".repeat(200));
        }
        Files.createDirectories(deep);
        Files.write(deep.resolve("e".repeat(250) + ".jpg"), photo(4));
        Photoledger program = new Photoledger(folder);

        Photoledger.Ended ended = program.run("import", source.toString(), "--text", "off", "--json");

        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        assertThat(ended.number("recorded")).isEqualTo(4);
        String table = program.export().get("source-files.jsonl");
        assertThat(table).contains("caf\\\\xe9.jpg", "line\\nbreak\\u001B[31m.jpg", "e".repeat(250) + ".jpg");
        Photoledger.Ended listed = program.run("files");
        assertThat(listed.lines()).hasSize(4);
        assertThat(String.join("", listed.lines()))
                .contains("\\u000a", "\\u001b", "\\u202e")
                .doesNotContain("\u001b", "\u202e");
        assertThat(program.run("show", "line\\u000abreak\\u001b[31m.jpg").exitCode())
                .as("a path as it is listed")
                .isZero();
        assertThat(program.run("import", source.toString(), "--text", "off", "--json")
                        .number("unchanged"))
                .isEqualTo(4);
    }

    @Test
    void aSourceWhosePathIsNotUtf8IsImportedThroughALink() throws IOException {
        Path source = Files.createDirectory(Path.of(URI.create(folder.toUri() + "r%FF")));
        Files.write(source.resolve("a.jpg"), photo(1));
        Path link = Files.createSymbolicLink(folder.resolve("link"), source);
        Photoledger program = new Photoledger(folder);

        Photoledger.Ended named = program.run("import", folder + "/r\ufffd");
        assertThat(named.exitCode()).isEqualTo(2);
        assertThat(named.errors()).contains("is not UTF-8", "symbolic link").hasLineCount(1);

        Photoledger.Ended linked = program.run("import", link.toString(), "--json");
        assertThat(linked.exitCode()).as(linked.errors()).isZero();
        assertThat(linked.number("recorded")).isEqualTo(1);
        assertThat(program.export().get("source-files.jsonl")).contains("\"source\":\"r\\\\xff\"");
    }

    @Test
    void linksLoopsPipesAndSocketsAreIgnoredAndNeverOpened() throws IOException, InterruptedException {
        Path source = Files.createDirectory(folder.resolve("leak"));
        Files.write(source.resolve("a.jpg"), photo(1));
        Files.createSymbolicLink(source.resolve("link.jpg"), source.resolve("a.jpg"));
        Files.createSymbolicLink(source.resolve("loop"), source);
        assumeTrue(new ProcessBuilder("mkfifo", source.resolve("pipe.jpg").toString())
                        .start()
                        .waitFor()
                == 0);
        Photoledger program = new Photoledger(folder);
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(source.resolve("socket")));

            Photoledger.Ended ended = program.run("import", source.toString(), "--text", "off", "--json");

            assertThat(ended.exitCode()).as(ended.errors()).isZero();
            assertThat(ended.number("names")).isEqualTo(5);
            assertThat(ended.number("ignored")).isEqualTo(4);
        }
        List<String> reasons = Stream.of("SYMBOLIC_LINK", "FIFO", "SOCKET")
                .filter(reason ->
                        !program.run("files", "--reason", reason).lines().isEmpty())
                .toList();
        assertThat(reasons).hasSize(3);
    }

    @Test
    void anUnreadableFileIsToldAndTheRestIsRecorded() throws IOException, InterruptedException {
        Path source = Files.createDirectory(folder.resolve("leak"));
        Files.write(source.resolve("a.jpg"), photo(1));
        Path closed = Files.write(source.resolve("closed.jpg"), photo(2));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        Path shut = Files.createDirectory(source.resolve("shut"));
        Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("---------"));
        for (Path path : List.of(folder, source)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
        Photoledger program = new Photoledger(folder);
        String[] other = {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"};
        String launcher = SharedFiles.repository().resolve("photoledger").toString();
        assumeTrue(succeeds(other, "true") && succeeds(other, launcher, "version"), "no second user on this machine");

        Photoledger.Ended ended = program.ended(program.start(Stream.concat(
                        Stream.of(other),
                        Stream.of(
                                launcher,
                                "import",
                                source.toString(),
                                "--home",
                                program.home().toString(),
                                "--json"))
                .toList()));

        assertThat(ended.exitCode()).as(ended.errors()).isEqualTo(3);
        assertThat(ended.number("unreadable")).isEqualTo(2);
        assertThat(ended.number("recorded")).isEqualTo(1);
        assertThat(ended.lines())
                .anyMatch(line -> line.contains("closed.jpg") && line.contains("NOT_READABLE"))
                .anyMatch(line -> line.contains("\"shut\"") && line.contains("DIRECTORY_NOT_READABLE"));
    }

    private static boolean succeeds(String[] prefix, String... command) throws IOException, InterruptedException {
        List<String> whole =
                Stream.concat(Stream.of(prefix), Stream.of(command)).toList();
        return new ProcessBuilder(whole)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
