package org.photoledger.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.photoledger.custody.LedgerEvent;
import org.photoledger.export.Exporter;
import org.photoledger.report.RunReport;
import org.photoledger.report.RunReportWriter;
import org.photoledger.sandbox.WorkerPool;
import org.photoledger.source.Outcome;
import org.photoledger.source.Reason;
import org.photoledger.store.Database;
import org.photoledger.store.FileRow;
import org.photoledger.store.Run;
import org.photoledger.store.RunCounts;
import org.photoledger.text.TextReader;

/** Ends a launch: writes the run's row and its report; in one transaction, so that neither tells what the other does not. */
final class Closing {

    private final Database database;
    private final Custodian custodian;
    private final ImportSettings settings;
    private final Run run;
    private final WorkerPool workers;
    private final Instant started;
    private final Clock clock;
    private final RunParameters.@Nullable Retry retry;

    Closing(
            Database database,
            Custodian custodian,
            ImportSettings settings,
            Run run,
            WorkerPool workers,
            Instant started,
            Clock clock) {
        this.database = database;
        this.custodian = custodian;
        this.settings = settings;
        this.run = run;
        this.workers = workers;
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
        Run ended = database.runs().byNumber(run.number()).orElseThrow();
        new RunReportWriter(settings.reports()).write(report(ended, counts, exitCode));
    }

    private RunReport report(Run ended, RunCounts counts, int exitCode) {
        return new RunReport(
                facts(ended, exitCode),
                counts,
                counts.names() == counts.unchanged() + counts.found()
                        && counts.found() == Reconciliation.outcomes(counts),
                database.reports().reasons(ended.number()),
                losses(ended.number()),
                walkedWhole(ended) ? database.absences().counts(ended.number()) : null,
                walkedWhole(ended) ? database.absences().gone(ended.number(), RunReport.GONE) : List.of(),
                database.duplicates().counts(),
                database.reports().mediaTypes(ended.number()),
                database.reports().decodes(ended.number()),
                database.reports().texts(retry == null ? ended.number() : retry.of()),
                database.reports().findings(ended.number()),
                database.reports().cameras(ended.number()));
    }

    /** A walk that did not go through the whole source tells nothing about what it did not meet, and a retry walks nothing. */
    private boolean walkedWhole(Run ended) {
        return retry == null
                && ended.walked() != null
                && RunParameters.parse(ended.parameters()).whole();
    }

    private Map<String, Object> facts(Run ended, int exitCode) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("run", ended.number());
        facts.put("source", ended.sourceName());
        facts.put("status", ended.status());
        facts.put("reason", ended.reason());
        facts.put("exitCode", exitCode);
        facts.put("started", ended.started().toString());
        facts.put("ended", String.valueOf(ended.ended()));
        facts.put("seconds", ended.seconds());
        facts.put("executions", ended.executions());
        facts.put("operator", ended.operator());
        facts.put("parameters", ended.parameters());
        facts.put("settingsDigest", ended.settingsDigest());
        facts.put("acceptedChanges", ended.acceptedChanges());
        facts.put("changes", database.runs().acceptedChanges(ended.number()));
        facts.put("softwareVersion", ended.softwareVersion());
        facts.put("textEngines", TextReader.ENGINE_VERSION);
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
        facts.put(RunReport.LEDGER_LINE, custodian.end().seq());
        facts.put(RunReport.LEDGER_HASH, custodian.end().hash());
        return facts;
    }

    private List<RunReport.Loss> losses(long number) {
        return Stream.of(Outcome.QUARANTINED, Outcome.UNREADABLE)
                .flatMap(outcome -> database.sourceFiles().files(number, outcome, null).stream())
                .map(Closing::loss)
                .toList();
    }

    private static RunReport.Loss loss(FileRow file) {
        Reason reason = file.reason() == null ? Reason.NOTHING_READABLE : file.reason();
        return new RunReport.Loss(file.path(), file.outcome().word(), reason.name());
    }
}
