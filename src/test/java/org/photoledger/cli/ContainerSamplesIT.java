package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.digest.Sha256;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.PostgresServer;
import org.photoledger.testing.containers.ContainerSamples;
import org.photoledger.testing.containers.ContainersReadme;
import org.photoledger.testing.containers.Row;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Containers of every kind, documents and photos of every format, twice nested: each ends as the generated README says. */
class ContainerSamplesIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> OUTCOMES =
            List.of("recorded", "duplicate", "container", "ignored", "unreadable", "quarantined");

    @TempDir
    private static Path folder = Path.of("");

    private static Path leak = Path.of("");
    private static Photoledger program = new Photoledger(folder);
    private static Photoledger.Ended first = new Photoledger.Ended(0, List.of(), "");
    private static Map<String, String> before = Map.of();
    private static Map<String, String> export = Map.of();

    @BeforeAll
    static void generateAndImport() throws IOException {
        leak = folder.resolve("leak");
        ContainerSamples.write(leak);
        before = state(leak);
        program = new Photoledger(Files.createDirectory(folder.resolve("h2")));
        first = program.run("import", leak.toString(), "--text", "off", "--json");
        export = program.export();
    }

    /** The rows of the README, and its own. */
    private static List<Row> expected() throws IOException {
        List<Row> rows = new ArrayList<>(ContainersReadme.read(leak));
        String digest = Sha256.of(Files.readAllBytes(leak.resolve("README.md"))).hex();
        rows.add(new Row("README.md", "ignored", "NOT_A_PHOTO", digest));
        return rows;
    }

    private static List<Row> ledger() {
        return export.getOrDefault("source-files.jsonl", "")
                .lines()
                .map(JSON::readTree)
                .map(row -> new Row(
                        row.get("path").asString(),
                        row.get("outcome").asString(),
                        textOrNull(row.get("reason")),
                        textOrNull(row.get("sha256"))))
                .toList();
    }

    private static @Nullable String textOrNull(JsonNode value) {
        return value.isNull() ? null : value.asString();
    }

    /** Digest and time of each file. */
    private static Map<String, String> state(Path folder) throws IOException {
        Map<String, String> state = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String digest = Sha256.of(Files.readAllBytes(file)).hex();
                state.put(file.toUri().getRawPath(), digest + " " + Files.getLastModifiedTime(file));
            }
        }
        return state;
    }

    @Test
    void everyMemberIsWhereTheReadmeSaysAndTheBooksClose() throws IOException {
        // some files are locked, cut or of a kind that is not read
        assertThat(first.exitCode()).as(first.errors()).isEqualTo(3);
        assertThat(ledger()).containsExactlyInAnyOrderElementsOf(expected());
        assertThat(first.number("names")).isEqualTo(expected().size());
        assertThat(first.number("found")).isEqualTo(expected().size());
        assertThat(OUTCOMES.stream().mapToLong(first::number).sum())
                .isEqualTo(expected().size());
    }

    @Test
    void aSecondImportFindsNothingNewAndTheSourceIsAsItWas() throws IOException {
        Photoledger.Ended second = program.run("import", leak.toString(), "--text", "off", "--json");
        assertThat(second.exitCode()).as(second.errors()).isZero();
        assertThat(second.number("found")).isZero();
        assertThat(second.number("unchanged")).isEqualTo(expected().size());
        assertThat(state(leak)).isEqualTo(before);
    }

    @Test
    void postgresHoldsTheSame() throws IOException {
        Photoledger server = new Photoledger(Files.createDirectory(folder.resolve("pg")));
        Files.writeString(
                Files.createDirectories(server.home()).resolve("application.yml"),
                "photoledger:\n  database:\n    url: \"" + PostgresServer.newDatabase()
                        + "\"\n    user: postgres\n    allow-unsafe: true\n");
        Photoledger.Ended ended = server.run("import", leak.toString(), "--text", "off", "--json");
        assertThat(ended.exitCode()).as(ended.errors()).isEqualTo(3);
        assertThat(server.export()).isEqualTo(export);
    }

    @Test
    void theGeneratorWritesTheSameBytesEachTime() throws IOException {
        Path again = folder.resolve("again");
        ContainerSamples.write(again);
        List<Path> files = new ArrayList<>();
        try (Stream<Path> written = Files.walk(again)) {
            written.filter(Files::isRegularFile).forEach(files::add);
        }
        assertThat(files)
                .hasSizeGreaterThan(90)
                .allSatisfy(file -> assertThat(Files.mismatch(file, leak.resolve(again.relativize(file))))
                        .isEqualTo(-1));
    }
}
