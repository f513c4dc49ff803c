package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.photoledger.source.SourcePath;
import org.photoledger.testing.LoggedValues;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.ResidentMemory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** An import of files that were made to do harm, and what must hold after it whatever they are. */
final class HostileImport {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long MEMORY = 2L << 30;
    private static final int GRACE_SECONDS = 2;

    /** All but the line feed. */
    private static final Pattern CONTROL =
            Pattern.compile("[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]");

    private final Photoledger program;
    private final Path source;
    private final int deadlineSeconds;
    private final Photoledger.Ended ended;
    private final long memory;
    private final Map<String, String> export;

    private HostileImport(Path folder, Path source, int deadlineSeconds) throws IOException {
        this.program = new Photoledger(folder);
        this.source = source;
        this.deadlineSeconds = deadlineSeconds;
        Path settings = Files.writeString(
                folder.resolve("settings.yml"), "photoledger: {workers: {deadline: " + deadlineSeconds + "s}}");
        Process process =
                program.start("import", source.toString(), "--text", "off", "--json", "--config", settings.toString());
        try (ResidentMemory watched = new ResidentMemory(process)) {
            this.ended = program.ended(process);
            this.memory = watched.largest();
        }
        this.export = program.export();
    }

    static HostileImport of(Path folder, Path source, int deadlineSeconds) throws IOException {
        return new HostileImport(folder, source, deadlineSeconds);
    }

    Map<String, String> export() {
        return export;
    }

    /** Everything that must hold. */
    void assertHeld() throws IOException {
        assertComplete();
        assertEveryNameIsInTheBooks();
        assertBounded();
        assertNoControlCharacter();
        assertThat(program.workers()).isEmpty();
        System.out.printf(
                "hostile import: %d names, %d quarantined, longest attempt %s s, memory %d MiB, %s s, workers %s%n",
                ended.number("names"),
                ended.number("quarantined"),
                report().get("longestAttemptInLastLaunch"),
                memory >> 20,
                report().get("seconds"),
                report().get("workersLostInLastLaunch"));
    }

    private void assertComplete() {
        assertThat(ended.exitCode()).as(ended.lastLine() + ended.errors()).isIn(0, 3);
        assertThat(ended.lastLine()).contains("\"COMPLETE\"");
        assertThat(ended.number("pending")).isZero();
        assertThat(report().get("booksClose").asBoolean()).isTrue();
        assertThat(ended.number("names"))
                .isEqualTo(Stream.of("recorded", "duplicate", "container", "ignored", "unreadable", "quarantined")
                        .mapToLong(ended::number)
                        .sum());
    }

    /** Counted by another program, and compared byte for byte. */
    private void assertEveryNameIsInTheBooks() throws IOException {
        List<String> booked = export.getOrDefault("source-files.jsonl", "")
                .lines()
                .map(line -> MAPPER.readTree(line).get("path").asString())
                .toList();
        assertThat((long) booked.size()).isEqualTo(ended.number("names"));
        List<String> ofSource =
                booked.stream().filter(path -> !path.contains("!/")).toList();
        Set<String> found = namesOnDisk();
        assertThat(ofSource).hasSameSizeAs(found);
        assertThat(new TreeSet<>(ofSource)).isEqualTo(found);
    }

    private Set<String> namesOnDisk() throws IOException {
        byte[] listed = new ProcessBuilder("find", ".", "!", "-type", "d", "-print0")
                .directory(source.toFile())
                .start()
                .getInputStream()
                .readAllBytes();
        Set<String> names = new TreeSet<>();
        int start = 0;
        for (int at = 0; at < listed.length; at++) {
            if (listed[at] == 0) {
                byte[] name = java.util.Arrays.copyOfRange(listed, start + "./".length(), at);
                names.add(SourcePath.ofBytes(name).text());
                start = at + 1;
            }
        }
        return names;
    }

    private JsonNode report() {
        return MAPPER.readTree(program.home().resolve("reports/run-1.json").toFile());
    }

    private void assertBounded() {
        assertThat(report().get("longestAttemptInLastLaunch").asDouble())
                .as("seconds of the longest attempt")
                .isPositive()
                .isLessThanOrEqualTo(deadlineSeconds + GRACE_SECONDS);
        assertThat(memory).as("bytes of memory of all processes").isPositive().isLessThanOrEqualTo(MEMORY);
    }

    private void assertNoControlCharacter() throws IOException {
        List<String> texts = new ArrayList<>(ended.lines());
        texts.add(ended.errors());
        for (String folder : List.of("reports", "logs")) {
            try (Stream<Path> files = Files.list(program.home().resolve(folder))) {
                for (Path file : files.toList()) {
                    // CSV ends its lines so
                    texts.add(Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n"));
                }
            }
        }
        texts.addAll(program.run("files").lines());
        assertThat(texts).hasSizeGreaterThan(10);
        LoggedValues values = LoggedValues.of(export);
        assertThat(values.size()).isGreaterThan(100);
        assertThat(values.inLogsOf(program.home())).isEmpty();
        for (String text : texts) {
            assertThat(CONTROL.matcher(text)
                            .results()
                            .map(found -> Integer.toHexString(found.group().charAt(0))))
                    .as(() -> text.substring(0, Math.min(500, text.length())))
                    .isEmpty();
        }
        assertThat(program.home().resolve("reports/run-1.html"))
                .content(StandardCharsets.UTF_8)
                .doesNotContain("<script", "<img", "<image", "<foreignObject");
    }
}
