package org.photoledger.job;

import java.io.File;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.photoledger.custody.LedgerEvent;
import org.photoledger.export.Exporter;
import org.photoledger.report.RunReport;
import org.photoledger.report.RunReportWriter;
import org.photoledger.sandbox.WorkerPool;
import org.photoledger.similarity.Likeness;
import org.photoledger.similarity.PerceptualHash;
import org.photoledger.store.Database;
import org.photoledger.store.Run;
import org.photoledger.store.RunCounts;
import org.photoledger.text.TextReader;
import tools.jackson.databind.ObjectMapper;

/** Ends a launch: writes the run's row and its report; in one transaction, so that neither tells what the other does not. */
final class Closing {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Database database;
    private final Custodian custodian;
    private final ImportSettings settings;
    private final Run run;
    private final WorkerPool workers;
    private final SlowestFiles slowest;
    private final Instant started;
    private final Clock clock;
    private final RunParameters.@Nullable Retry retry;

    Closing(
            Database database,
            Custodian custodian,
            ImportSettings settings,
            Run run,
            WorkerPool workers,
            SlowestFiles slowest,
            Instant started,
            Clock clock) {
        this.database = database;
        this.custodian = custodian;
        this.settings = settings;
        this.run = run;
        this.workers = workers;
        this.slowest = slowest;
        this.started = started;
        this.clock = clock;
        this.retry = RunParameters.parse(run.parameters()).retry();
    }

    void complete(int exitCode) {
        close(RunStatus.COMPLETE, null, exitCode);
    }

    void unfinished(RunEnd end) {
        close(end.status(), end.reason(), end.exitCode());
    }

    private void close(RunStatus status, @Nullable String reason, int exitCode) {
        Instant now = clock.instant();
        double seconds = Math.max(0, Duration.between(started, now).toMillis() / 1000.0);
        RunCounts counts = database.sourceFiles().counts(run.number(), run.sourceId());
        database.runs().ended(run.number(), status.name(), reason, now, seconds);
        if (status == RunStatus.COMPLETE) {
            database.sourceFiles().close(run.number(), counts);
        }
        custodian.record(
                status == RunStatus.COMPLETE
                        ? new LedgerEvent.RunFinished(run.number(), counts.byName(), new Exporter(database).digests())
                        : new LedgerEvent.RunStopped(run.number(), status.name(), reason, counts.byName()));
        database.runs().keepFacts(run.number(), MAPPER.writeValueAsString(facts(exitCode)));
        Run ended = database.runs().byNumber(run.number()).orElseThrow();
        new RunReportWriter(settings.reports(), settings.reportLanguage(), database.runFiles())
                .write(new RunReports(database).of(ended, now));
    }

    /** What no table tells once the process is gone. */
    private Map<String, Object> facts(int exitCode) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("exitCode", exitCode);
        facts.put("sourceRoot", root());
        facts.put("textEngines", TextReader.ENGINE_VERSION);
        facts.put("perceptualHashAlgorithm", PerceptualHash.ALGORITHM);
        facts.put("likenessRules", Likeness.RULES);
        facts.put("textNotice", workers.textNotice());
        if (retry != null) {
            RetriedPart part = RetriedPart.of(retry, database);
            facts.put(part.nameOfLeft(), part.left());
        }
        facts.put("database", database.product());
        facts.put("databaseMayLoseWhatItAcknowledged", database.unsafe());
        facts.put("java", System.getProperty("java.runtime.version"));
        facts.put("operatingSystem", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("workers", settings.workers().workers());
        facts.put("workersStartedInLastLaunch", workers.statistics().started());
        facts.put("workersConfined", workers.confinement());
        facts.put("workersLostInLastLaunch", workers.statistics().lost().toString());
        facts.put("longestAttemptInLastLaunch", workers.statistics().longestAttempt());
        facts.put(RunReport.SLOWEST, slowestOfAllLaunches());
        facts.put(RunReport.SETTINGS, settings.shown());
        facts.put("libraries", libraries());
        facts.put(RunReport.LEDGER_LINE, custodian.end().seq());
        facts.put(RunReport.LEDGER_HASH, custodian.end().hash());
        return facts;
    }

    private List<SlowestFiles.Slow> slowestOfAllLaunches() {
        List<SlowestFiles.Slow> all = new ArrayList<>(slowest.slowest());
        database.runs()
                .facts(run.number())
                .ifPresent(kept -> MAPPER.readTree(kept)
                        .path(RunReport.SLOWEST)
                        .forEach(file -> all.add(new SlowestFiles.Slow(
                                file.path("path").asString(),
                                file.path("milliseconds").asLong()))));
        return SlowestFiles.slowest(all);
    }

    /** The folder as a raw URI path, exact for any bytes. */
    private String root() {
        return database.sources()
                .byName(run.sourceName())
                .orElseThrow()
                .source()
                .rootUri();
    }

    /** The files that the program was started from, in whose names the versions stand. */
    private static List<String> libraries() {
        return Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator, -1))
                .filter(file -> file.endsWith(".jar"))
                .map(file -> file.substring(file.lastIndexOf(File.separatorChar) + 1))
                .sorted()
                .toList();
    }
}
