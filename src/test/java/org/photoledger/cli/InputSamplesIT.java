package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.testing.LoggedValues;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.PostgresServer;
import org.photoledger.testing.SharedFiles;

/** The samples end as their README says, on either database, and a second import finds nothing new. */
class InputSamplesIT {

    private static final Pattern ROW = Pattern.compile("\\| `(.+)` \\| .+ \\| (\\w+)(?: \\((\\w+)\\))? \\|");
    private static final Path SAMPLES = SharedFiles.repository().resolve("input-samples");

    @TempDir
    private Path folder = Path.of("");

    private static Map<String, String> expected() throws IOException {
        Map<String, String> outcomes = new TreeMap<>();
        for (String line : Files.readAllLines(SAMPLES.resolve("README.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                outcomes.put(row.group(1), row.group(2) + " " + (row.group(3) == null ? "" : row.group(3)));
            }
        }
        return outcomes;
    }

    @Test
    void theReadmeListsEveryFile() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> SAMPLES.relativize(file).toString()))
                    .containsExactlyInAnyOrderElementsOf(expected().keySet());
        }
    }

    @Test
    void eachSampleEndsAsTheReadmeSaysAndASecondImportFindsNothingNew() throws IOException {
        Photoledger program = new Photoledger(folder);
        Photoledger.Ended first = program.run("import", SAMPLES.toString(), "--json");
        assertThat(first.exitCode()).as(first.errors()).isZero();
        assertThat(first.number("names")).isEqualTo(expected().size());

        Map<String, String> outcomes = new TreeMap<>();
        Pattern line = Pattern.compile(".*\"path\":\"(.*?)\".*\"outcome\":\"(\\w+)\",\"reason\":(?:null|\"(\\w+)\").*");
        for (String file : program.run("files", "--json").lines()) {
            Matcher match = line.matcher(file);
            if (match.matches()) {
                outcomes.put(match.group(1), match.group(2) + " " + (match.group(3) == null ? "" : match.group(3)));
            }
        }
        assertThat(outcomes).isEqualTo(expected());
        assertLogged(program);

        Photoledger.Ended second = program.run("import", SAMPLES.toString(), "--json");
        assertThat(second.exitCode()).isZero();
        assertThat(second.number("unchanged")).isEqualTo(expected().size());
        assertThat(second.number("found")).isZero();
    }

    /** Tried by logging the path in ToldWork and what a worker found in FileExaminer: paths, makes, positions and readings were told here. */
    private static void assertLogged(Photoledger program) throws IOException {
        assertThat(Files.readString(program.home().resolve("logs/run-1.log")))
                .contains(" run-1 [main] ", "run 1 started", "step examine ended after", "run 1 COMPLETE, exit 0");
        LoggedValues values = LoggedValues.of(program.export());
        assertThat(values.size()).isGreaterThan(100);
        assertThat(values.inLogsOf(program.home())).isEmpty();
    }

    @Test
    void postgresHoldsTheSameAsTheEmbeddedDatabase() throws IOException {
        Photoledger embedded = new Photoledger(Files.createDirectory(folder.resolve("h2")));
        assertThat(embedded.run("import", SAMPLES.toString()).exitCode()).isZero();
        Path settings = Files.writeString(
                folder.resolve("settings.yml"),
                "photoledger:\n  database:\n    url: \"" + PostgresServer.newDatabase()
                        + "\"\n    user: postgres\n    allow-unsafe: true\n");
        Photoledger server = new Photoledger(Files.createDirectory(folder.resolve("pg")));
        Files.createDirectories(server.home());
        Files.copy(settings, server.home().resolve("application.yml"));
        Photoledger.Ended ended = server.run("import", SAMPLES.toString(), "--json");
        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        assertThat(server.export()).isEqualTo(embedded.export());
        Photoledger.Ended verified = server.run("verify", "--rehash");
        assertThat(verified.exitCode()).as(verified.lines() + verified.errors()).isZero();
        assertThat(received(server)).isEqualTo(received(embedded)).hasSizeGreaterThan(100);
    }

    /** What the ledger tells of files and photos, in no order: workers finish in none. */
    private static List<String> received(Photoledger program) throws IOException {
        return Files.readAllLines(program.home().resolve("ledger.jsonl")).stream()
                .filter(line -> line.contains("\"type\":\"file.received\"") || line.contains("\"photo.recorded\""))
                .map(line -> line.replaceAll(".*,(\"type\".*),\"hash\":.*", "$1"))
                .sorted()
                .toList();
    }

    @Test
    void theReportIsOnePageThatAsksNobodyForAnything() throws IOException {
        Photoledger program = new Photoledger(folder);
        assertThat(program.run("import", SAMPLES.toString()).exitCode()).isZero();
        String page = Files.readString(program.home().resolve("reports/run-1.html"));
        assertThat(page)
                .contains("Both equations hold.", "default-src 'none'")
                .doesNotContain("<script", "<img", "http:", "https:");
    }
}
