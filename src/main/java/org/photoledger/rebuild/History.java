package org.photoledger.rebuild;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.photoledger.custody.LedgerChain;
import org.photoledger.custody.LedgerEvent;
import org.photoledger.custody.LedgerHead;
import org.photoledger.custody.LedgerLine;
import org.photoledger.job.ToldRun;
import org.photoledger.source.SourcePath;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What a whole ledger tells of the runs of its home and the names that they took up. Void lines tell nothing. */
final class History {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The program and settings behind a line: a part of its text. */
    private static final Pattern DONE_BY =
            Pattern.compile("\"tool\":\"([^\"]*)\",\"settings\":\"([0-9a-f]{64})\",\"type\":");

    private final Path file;
    private final LedgerChain chain;
    private final Map<Long, Begun> runs = new TreeMap<>();
    private final Map<Long, Instant> ends = new HashMap<>();
    private final Map<String, String> roots = new HashMap<>();
    private final Map<String, Map<SourcePath, ToldFile>> files = new HashMap<>();
    private final Map<DoneBy, Long> doneBy = new LinkedHashMap<>();
    private String home = "";
    private long before;

    /** How a run began, by its line. */
    private record Begun(String source, String parameters, String operator, Instant time) {}

    private record DoneBy(String tool, String settings) {}

    private History(Path file, LedgerChain chain) {
        this.file = file;
        this.chain = chain;
    }

    /** Reads a ledger; throws RebuildRefusedException where a line of it is off. */
    static History read(Path file) {
        LedgerChain chain = LedgerChain.check(file, LedgerHead.NONE);
        if (chain.fault() != null) {
            throw new RebuildRefusedException("Line " + chain.fault().line() + " of the ledger " + file + " is off: "
                    + chain.fault().what() + "; put back the ledger as it was.");
        }
        History history = new History(file, chain);
        history.lines(history::line);
        return history;
    }

    /** Hands on each line that is not void. */
    void lines(Consumer<LedgerLine> consumer) {
        LedgerChain.read(file, LedgerHead.NONE, line -> {
            if (!chain.isVoid(line.seq())) {
                consumer.accept(line);
            }
        });
    }

    private void line(LedgerLine line) {
        Matcher by = DONE_BY.matcher(line.text());
        if (by.find()) {
            doneBy.putIfAbsent(new DoneBy(by.group(1), by.group(2)), line.seq());
        }
        switch (line.type()) {
            case LedgerEvent.Begun.TYPE -> begun(payload(line));
            case LedgerEvent.RunStarted.TYPE -> runStarted(line, payload(line));
            case LedgerEvent.RunResumed.TYPE -> runResumed(payload(line));
            case LedgerEvent.RunFinished.TYPE ->
                ends.put(payload(line).path("run").asLong(0), Instant.parse(line.time()));
            case LedgerEvent.FileReceived.TYPE -> received(payload(line));
            default -> {
                // nothing that a run does
            }
        }
    }

    static JsonNode payload(LedgerLine line) {
        return MAPPER.readTree(line.payload());
    }

    private void begun(JsonNode payload) {
        home = text(payload, "home");
        before = payload.path("sourceFiles").asLong(0) + payload.path("runs").asLong(0);
    }

    private void runStarted(LedgerLine line, JsonNode payload) {
        String source = text(payload, "source");
        roots.put(source, text(payload, "root"));
        runs.put(
                payload.path("run").asLong(0),
                new Begun(
                        source,
                        text(payload, "parameters"),
                        text(MAPPER.readTree(line.text()), "actor"),
                        Instant.parse(line.time())));
    }

    private void runResumed(JsonNode payload) {
        Begun begun = runs.get(payload.path("run").asLong(0));
        if (begun != null) {
            roots.put(begun.source, text(payload, "root"));
        }
    }

    private void received(JsonNode payload) {
        if (!text(payload, "member").isEmpty()) {
            return;
        }
        SourcePath path = SourcePath.ofText(text(payload, "path"));
        long bytes = payload.path("bytes").asLong(0);
        String sha256 = payload.path("sha256").asString(null);
        ToldFile first = new ToldFile(path, payload.path("run").asLong(0), bytes, sha256);
        files.computeIfAbsent(text(payload, "source"), source -> new HashMap<>())
                .merge(path, first, (was, now) -> was.again(bytes, sha256));
    }

    static String text(JsonNode node, String member) {
        return node.path(member).asString("");
    }

    /** The home's id. */
    String home() {
        return home;
    }

    LedgerHead end() {
        return chain.end();
    }

    /** Throws RebuildRefusedException unless this program with these settings would do what the ledger tells. */
    void requireSame(String tool, String settings) {
        if (before > 0) {
            throw new RebuildRefusedException(
                    "The ledger began when the home had runs and files already, which no line of it tells of; restore a backup.");
        }
        doneBy.forEach((by, line) -> {
            if (!by.tool.equals(tool)) {
                throw new RebuildRefusedException("Line " + line + " of the ledger was written by " + by.tool
                        + ", and this is " + tool + ": rebuild with that release, then go on with this.");
            }
            if (!by.settings.equals(settings)) {
                throw new RebuildRefusedException(
                        "Line " + line
                                + " of the ledger was written with other settings, converters or rules than are in force; put those back, then rebuild.");
            }
        });
    }

    /** The runs in their order. */
    List<ToldRun> runs() {
        List<ToldRun> told = new ArrayList<>();
        runs.forEach((number, run) -> told.add(new ToldRun(
                number,
                run.source,
                roots.getOrDefault(run.source, ""),
                run.parameters,
                run.operator,
                run.time,
                ends.get(number),
                names(run.source, number))));
        return told;
    }

    private Predicate<SourcePath> names(String source, long run) {
        Map<SourcePath, ToldFile> known = files.getOrDefault(source, Map.of());
        return path -> {
            ToldFile file = known.get(path);
            return file != null && file.firstRun() <= run;
        };
    }

    /** Names of originals that are not where they were, as SOURCE/path. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        files.forEach((source, known) -> {
            Path root = Path.of(URI.create("file://" + roots.getOrDefault(source, "/")));
            known.values().stream()
                    .filter(file -> file.missing(root))
                    .map(file -> source + "/" + file.path().text())
                    .sorted()
                    .forEach(missing::add);
        });
        return missing;
    }
}
