package org.photoledger.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.photoledger.report.FolderCounts;
import org.photoledger.report.RunOutline;
import org.photoledger.report.RunReport;
import org.photoledger.source.Outcome;
import org.photoledger.source.Reason;
import org.photoledger.store.Database;
import org.photoledger.store.FileRow;
import org.photoledger.store.OutcomeCount;
import org.photoledger.store.Run;
import org.photoledger.store.RunCounts;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Puts reports of runs together, from the database alone: of a run that ends, and of any that ended before. */
public final class RunReports {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Database database;

    public RunReports(Database database) {
        this.database = database;
    }

    /**
     * The report of a run, whatever its state.
     *
     * @param made when the report is made
     */
    public RunReport of(Run run, Instant made) {
        RunParameters.Retry retry = RunParameters.parse(run.parameters()).retry();
        FolderCounts folders = new FolderCounts();
        List<RunReport.Loss> losses = new ArrayList<>();
        database.runFiles().each(run.number(), file -> {
            folders.add(file);
            if (file.outcome() == Outcome.QUARANTINED || file.outcome() == Outcome.UNREADABLE) {
                losses.add(loss(file));
            }
        });
        return new RunReport(
                run,
                facts(run, made),
                books(run),
                changes(run, retry),
                database.runSteps().of(run.number()),
                losses,
                new RunReport.Copies(
                        database.duplicates().counts(), database.duplicates().space()),
                photos(run.number(), folders),
                texts(retry == null ? run.number() : retry.of()),
                database.reports().findings(run.number()));
    }

    /** The same without a look at each file. */
    public RunOutline outline(Run run, Instant made) {
        return new RunOutline(run, facts(run, made), books(run));
    }

    private RunReport.Books books(Run run) {
        RunCounts counts = database.sourceFiles().counts(run.number(), run.sourceId());
        boolean closes = counts.names() == counts.unchanged() + counts.found()
                && counts.found() == Reconciliation.outcomes(counts);
        List<OutcomeCount> outcomes = database.runFiles().outcomes(run.number());
        long rows = outcomes.stream().mapToLong(OutcomeCount::files).sum();
        return new RunReport.Books(counts, closes, outcomes, Math.max(0, counts.found() - rows));
    }

    private RunReport.Changes changes(Run run, RunParameters.@Nullable Retry retry) {
        boolean whole = retry == null
                && run.walked() != null
                && RunParameters.parse(run.parameters()).whole();
        return new RunReport.Changes(
                database.runs().before(run).map(this::previous).orElse(null),
                whole ? database.absences().counts(run.number()) : null,
                whole ? database.absences().gone(run.number(), RunReport.GONE) : List.of());
    }

    private RunReport.PreviousRun previous(Run run) {
        return new RunReport.PreviousRun(
                run.number(),
                run.status(),
                run.started().toString(),
                database.sourceFiles().counts(run.number(), run.sourceId()));
    }

    private RunReport.Photos photos(long run, FolderCounts folders) {
        return new RunReport.Photos(
                database.reports().photos(run),
                database.reports().mediaTypes(run),
                database.reports().ignoredTypes(run),
                database.reports().decodes(run),
                database.reports().cameras(run),
                database.reports().months(run),
                folders.counts());
    }

    private RunReport.Texts texts(long run) {
        return new RunReport.Texts(
                database.reports().texts(run),
                database.reports().readings(run),
                database.reports().identifiers(run));
    }

    private Map<String, @Nullable Object> facts(Run run, Instant made) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("run", run.number());
        facts.put("source", run.sourceName());
        facts.put("status", run.status());
        facts.put("reason", run.reason());
        facts.put("started", run.started().toString());
        facts.put("ended", run.ended() == null ? null : run.ended().toString());
        facts.put("seconds", run.seconds());
        facts.put("executions", run.executions());
        facts.put("operator", run.operator());
        facts.put("parameters", run.parameters());
        facts.put("settingsDigest", run.settingsDigest());
        facts.put("acceptedChanges", run.acceptedChanges());
        facts.put("changes", database.runs().acceptedChanges(run.number()));
        facts.put("softwareVersion", run.softwareVersion());
        database.sources()
                .byName(run.sourceName())
                .ifPresent(known -> facts.put("sourceRoot", known.source().rootUri()));
        database.runs().facts(run.number()).ifPresent(kept -> facts.putAll(MAPPER.readValue(kept, FACTS)));
        facts.put("reportMade", made.toString());
        return facts;
    }

    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> FACTS = new TypeReference<>() {};

    private static RunReport.Loss loss(FileRow file) {
        Reason reason = file.reason() == null ? Reason.NOTHING_READABLE : file.reason();
        return new RunReport.Loss(
                file.path(), file.outcome().word(), reason.name(), file.sha256(), file.size(), file.attempts());
    }
}
