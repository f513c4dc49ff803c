package org.photoledger.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What an export tells of files, looked for in the logs of a home, which must hold none of it: metadata, text, positions and paths. */
public final class LoggedValues {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Members of the export's tables that tell something of a file. */
    private static final Map<String, List<String>> MEMBERS = Map.of(
            "metadata.jsonl", List.of("raw"),
            "text.jsonl", List.of("text", "normalized"),
            "identifiers.jsonl", List.of("value", "raw", "path"),
            "findings.jsonl", List.of("detail", "path"),
            "source-files.jsonl", List.of("source", "path"),
            "photos.jsonl",
                    List.of(
                            "make",
                            "model",
                            "serialNumber",
                            "captureTimeLocal",
                            "captureTimeRaw",
                            "gpsLatitude",
                            "gpsLongitude",
                            "artist",
                            "imageDescription",
                            "userComment"));

    /** Below that a value is a word or a number that a log line holds for other reasons. */
    private static final int LEAST = 4;

    /** Numbers that a log has of its own: the clock, processes, files, durations and sums. */
    private static final Pattern OWN_NUMBERS = Pattern.compile(
            "(?m)^\\S+T\\S+|\"@timestamp\":\"[^\"]+\"|process [0-9]+|file [0-9]+|[0-9.]+ s\\b|[a-zA-Z]+=[0-9]+|[0-9]+ files|Java [^,]+");

    private static final Pattern NUMBER = Pattern.compile("[0-9 .,:/+-]+");

    private final Set<String> values = new TreeSet<>();

    private LoggedValues() {}

    /** Of an export's files by their names. */
    public static LoggedValues of(Map<String, String> export) {
        LoggedValues found = new LoggedValues();
        MEMBERS.forEach((table, members) -> export.getOrDefault(table, "")
                .lines()
                .map(MAPPER::readTree)
                .forEach(row -> members.forEach(member -> found.add(row.get(member)))));
        return found;
    }

    private void add(@org.jspecify.annotations.Nullable JsonNode value) {
        if (value != null && !value.isNull()) {
            String text = value.asString().strip();
            String name = text.substring(text.lastIndexOf('/') + 1);
            Stream.of(text, name)
                    .map(LoggedValues::clean)
                    .filter(part -> part.length() >= LEAST)
                    .forEach(values::add);
        }
    }

    /** As a log shows control characters. */
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]", "?");
    }

    public int size() {
        return values.size();
    }

    /** Those that stand in a log of this home. */
    public List<String> inLogsOf(Path home) throws IOException {
        String logs = logs(home);
        return values.stream().filter(value -> isIn(value, logs)).toList();
    }

    /** As a word or a number of its own: a part of a word proves nothing where files are damaged by the thousand. */
    private static boolean isIn(String value, String logs) {
        String part = NUMBER.matcher(value).matches() ? "[0-9.]" : "[\\p{L}\\p{N}]";
        return logs.contains(value)
                && Pattern.compile("(?<!" + part + ")" + Pattern.quote(value) + "(?!" + part + ")")
                        .matcher(logs)
                        .find();
    }

    private static String logs(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("logs"))) {
            String all = files.map(LoggedValues::read).collect(Collectors.joining());
            if (all.isEmpty()) {
                throw new IllegalStateException("nothing is logged");
            }
            return OWN_NUMBERS.matcher(all).replaceAll("#");
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
