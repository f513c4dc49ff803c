package org.photoledger.job;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.photoledger.custody.LedgerDamagedException;
import org.photoledger.custody.LedgerEvent;
import org.photoledger.sandbox.WorkerPool;
import org.photoledger.sandbox.WorkerSettings;
import org.photoledger.source.SourcePath;
import org.photoledger.source.Volumes;
import org.photoledger.store.Database;
import org.photoledger.store.LostFiles;
import org.photoledger.store.Run;
import org.photoledger.store.StoredSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts and resumes runs; the caller holds the home's lock. */
public final class ImportRunner {

    private final Database database;
    private final ImportSettings settings;
    private final Clock clock;
    private final StopRequest stop;
    private final RunEvents events;
    private final Volumes volumes;
    private final RunOpening opening;
    private final Predicate<SourcePath> names;
    private final Function<WorkerSettings, WorkerPool> workers;

    public ImportRunner(Database database, ImportSettings settings, Clock clock, StopRequest stop, RunEvents events) {
        this(database, settings, clock, stop, events, Volumes.ofThisMachine());
    }

    ImportRunner(
            Database database,
            ImportSettings settings,
            Clock clock,
            StopRequest stop,
            RunEvents events,
            Volumes volumes) {
        this(database, settings, clock, stop, events, volumes, name -> true, WorkerPool::new);
    }

    /** The same, for which a source holds certain names alone. */
    ImportRunner of(Predicate<SourcePath> certain) {
        return new ImportRunner(database, settings, clock, stop, events, volumes, certain, workers);
    }

    /** The same with other workers. */
    ImportRunner with(Function<WorkerSettings, WorkerPool> others) {
        return new ImportRunner(database, settings, clock, stop, events, volumes, names, others);
    }

    private ImportRunner(
            Database database,
            ImportSettings settings,
            Clock clock,
            StopRequest stop,
            RunEvents events,
            Volumes volumes,
            Predicate<SourcePath> names,
            Function<WorkerSettings, WorkerPool> workers) {
        this.names = names;
        this.workers = workers;
        this.database = database;
        this.settings = settings;
        this.clock = clock;
        this.stop = stop;
        this.events = events;
        this.volumes = volumes;
        this.opening = new RunOpening(database, settings, clock);
    }

    /** Whether a run walked its source; a retry does not. */
    public static boolean isImport(Run run) {
        return RunParameters.parse(run.parameters()).ofImport();
    }

    /** Imports a source: its unfinished run where there is one, else a new run of what is new or changed. */
    public RunEnd importSource(ImportRequest request) {
        SourcePlace place = SourcePlace.at(request.root(), volumes);
        return launch(() -> opening.ofImport(place, request), place, request.acceptChanges(), request.passwords());
    }

    /** Resumes an unfinished run; of a complete one the end is told again. */
    public RunEnd resume(Run run, boolean acceptChanges, List<String> passwords) {
        if (run.status().equals(RunStatus.COMPLETE.name())) {
            events.notice("nothing to resume; run " + run.number() + " is complete");
            return RunLaunch.endOfComplete(database, run);
        }
        StoredSource stored = sourceOf(run);
        SourcePlace place = placeOf(run, stored);
        return launch(() -> opening.ofResume(run, stored, place, acceptChanges), place, acceptChanges, passwords);
    }

    /** Adds a part to the photos that a run recorded without, or renews it, in a run of its own; passwords open what they stand in. */
    public RunEnd retry(Run of, RetryPart part, List<String> passwords, String operator) {
        StoredSource stored = sourceOf(of);
        SourcePlace place = placeOf(of, stored);
        return launch(() -> opening.ofRetry(of, part, stored, place, operator), place, false, passwords);
    }

    /** Tries files again, in a run of its own, that a run left quarantined or unreadable. */
    public RunEnd again(Run of, LostFiles lost, List<String> passwords, String operator) {
        StoredSource stored = sourceOf(of);
        SourcePlace place = placeOf(of, stored);
        return launch(() -> opening.ofAgain(of, lost, stored, place, operator), place, false, passwords);
    }

    private StoredSource sourceOf(Run run) {
        return database.sources().byName(run.sourceName()).orElseThrow();
    }

    private SourcePlace placeOf(Run run, StoredSource stored) {
        Path root = Path.of(URI.create("file://" + stored.source().rootUri()));
        if (!Files.isDirectory(root)) {
            throw new RefusedException(
                    ExitCode.NOT_FOUND,
                    "The source of run " + run.number() + " is not there: " + root
                            + "; put it back in place, or import it from where it is now.");
        }
        return SourcePlace.at(root, volumes);
    }

    private RunEnd launch(
            Supplier<RunOpening.Opened> opening, SourcePlace place, boolean acceptOlder, List<String> passwords) {
        try (Custodian custodian = Custodian.of(settings, database, clock, acceptOlder)) {
            return launch(custodian, inTransaction(() -> told(custodian, opening.get(), place)), place, passwords);
        } catch (LedgerDamagedException e) {
            throw new RefusedException(ExitCode.BOOKS_DO_NOT_CLOSE, String.valueOf(e.getMessage()));
        }
    }

    private static RunOpening.Opened told(Custodian custodian, RunOpening.Opened opened, SourcePlace place) {
        Run run = opened.run();
        custodian.record(
                opened.resumed()
                        ? new LedgerEvent.RunResumed(run.number(), run.executions(), place.rootUri())
                        : new LedgerEvent.RunStarted(
                                run.number(), run.sourceName(), place.rootUri(), run.parameters()));
        return opened;
    }

    @SuppressWarnings("IllegalCatch")
    private RunEnd launch(Custodian custodian, RunOpening.Opened opened, SourcePlace place, List<String> passwords) {
        Instant started = clock.instant();
        Run run = opened.run();
        events.started(run, opened.resumed());
        if (opened.sourceChanged()) {
            events.notice(
                    "another folder than before stands for the source; both are recorded with run " + run.number());
        }
        try (RunLaunch launch =
                new RunLaunch(database, custodian, settings, run, names, workers, passwords, stop, events)) {
            return launch.run(place, started, clock);
        } catch (RuntimeException | OutOfMemoryError e) {
            // once a run has started, its end is told, whatever happens
            return RunLaunch.endOfBroken(database, run, stop, e, Duration.between(started, clock.instant()));
        }
    }

    private <T> T inTransaction(Supplier<T> work) {
        T result = new TransactionTemplate(database.transactionManager()).execute(status -> work.get());
        return Objects.requireNonNull(result);
    }
}
