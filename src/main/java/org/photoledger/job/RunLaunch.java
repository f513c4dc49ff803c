package org.photoledger.job;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.photoledger.sandbox.WorkerPool;
import org.photoledger.sandbox.WorkerSettings;
import org.photoledger.source.ScannedName;
import org.photoledger.source.SourcePath;
import org.photoledger.source.SourceReader;
import org.photoledger.source.SourceScanner;
import org.photoledger.store.Database;
import org.photoledger.store.DuplicateCounts;
import org.photoledger.store.Run;
import org.photoledger.store.RunCounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.step.Step;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.TransactionException;

/** One launch of a run's job: its workers, its threads and how it ended. */
final class RunLaunch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunLaunch.class);

    private final Database database;
    private final Custodian custodian;
    private final ImportSettings settings;
    private final Run run;
    private final StopRequest stop;
    private final RunEvents events;
    private final RunParameters parameters;
    private final WorkerPool workers;
    private final Predicate<SourcePath> names;
    private final List<String> passwords;
    private Runnable closingContainers = () -> {};
    private final ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();

    RunLaunch(
            Database database,
            Custodian custodian,
            ImportSettings settings,
            Run run,
            Predicate<SourcePath> names,
            Function<WorkerSettings, WorkerPool> workers,
            List<String> passwords,
            StopRequest stop,
            RunEvents events) {
        this.names = names;
        this.passwords = passwords;
        this.database = database;
        this.custodian = custodian;
        this.settings = settings;
        this.run = run;
        this.stop = stop;
        this.events = events;
        this.parameters = RunParameters.parse(run.parameters());
        this.workers = workers.apply(
                parameters.text() ? settings.workers() : settings.workers().withoutText());
        stop.whenRequested(this.workers::stop);
        threads.setCorePoolSize(settings.workers().workers());
        threads.setThreadNamePrefix("examine-");
        threads.initialize();
    }

    RunEnd run(SourcePlace place, Instant started, Clock clock) {
        BatchInfrastructure batch = new BatchInfrastructure(database);
        batch.recover(run.number());
        Closing closing = new Closing(database, custodian, settings, run, workers, started, clock);
        JobExecution execution = start(batch.operator(), job(batch, place, closing));
        if (!workers.textNotice().isEmpty()) {
            events.notice(workers.textNotice());
        }
        RunEnd end = endOf(execution, Duration.between(started, clock.instant()));
        if (end.status() != RunStatus.COMPLETE) {
            closeUnfinished(closing, end);
        }
        LOG.info("run {} {} exit {}", end.run(), end.status(), end.exitCode());
        return end;
    }

    private Job job(BatchInfrastructure batch, SourcePlace place, Closing closing) {
        ImportJob job = new ImportJob(batch.repository(), database, custodian, run, stop, events);
        SourceReader reader = new SourceReader(settings.spool(), largestFrame(), settings.fileBytes(), settings.md5());
        reader.emptySpool();
        RunParameters.Retry retry = parameters.retry();
        return retry == null ? imported(job, place, reader, closing) : retry(retry, job, place, reader, closing);
    }

    private Job imported(ImportJob job, SourcePlace place, SourceReader reader, Closing closing) {
        FileExaminer examiner =
                new FileExaminer(place, settings.spool(), reader, workers, database.sourceFiles(), stop);
        Step open = open(job, examiner, place);
        Identification identification =
                identification((id, limit) -> database.identifiers().filesOf(run.number(), id, limit));
        Runnable report = () -> closing.complete(exitCode(RunStatus.COMPLETE));
        Step examine = job.examine(examiner, threads, settings.chunkSize());
        if (!parameters.ofImport()) {
            return job.ofAgain(List.of(examine, open), linking(), identification, report);
        }
        Iterator<ScannedName> found = parameters.of(new SourceScanner().scan(place.root()), names);
        Step inventory = job.inventory(
                new InventoryReader(place, found, stop), settings.fileBytes(), settings.inventoryChunkSize());
        return job.of(List.of(inventory, examine, open), linking(), identification, report);
    }

    private Step open(ImportJob job, FileExaminer examiner, SourcePlace place) {
        OpenedItemReader reader = new OpenedItemReader(opener(place));
        closingContainers = reader::close;
        return job.open(reader, new OpenedItemExaminer(examiner, workers, stop), threads, settings.chunkSize());
    }

    private Opener opener(SourcePlace place) {
        return new Opener(
                run,
                place,
                settings.spool(),
                workers,
                database.containers(),
                database.sourceFiles(),
                FileExaminer.budget(),
                settings.containers(),
                settings.fileBytes(),
                settings.md5(),
                passwords,
                stop);
    }

    private Job retry(
            RunParameters.Retry retry, ImportJob job, SourcePlace place, SourceReader reader, Closing closing) {
        RetriedPart part = RetriedPart.of(retry, database);
        RetryExaminer examiner = new RetryExaminer(part, place, reader, workers, stop);
        RetriedFileReader retried = new RetriedFileReader(part, opener(place), 4 * settings.chunkSize());
        closingContainers = retried::close;
        // identifiers come of text, never of a hash
        Identification.Pages readAnew = retry.part() == RetryPart.TEXT
                ? (id, limit) -> database.identifiers().filesOfPhotosOf(retry.of(), id, limit)
                : (id, limit) -> List.of();
        return job.ofRetry(
                job.examineAgain(retried, examiner, threads, settings.chunkSize()),
                linking(),
                identification(readAnew),
                () -> closing.complete(exitCode(RunStatus.COMPLETE)));
    }

    private Linking linking() {
        return new Linking(database, run.number(), settings.partners());
    }

    private Identification identification(Identification.Pages pages) {
        return new Identification(database.identifiers(), settings.rules(), pages);
    }

    private int largestFrame() {
        return (int)
                Math.min(settings.workers().frameBytes(), FileExaminer.budget().largest());
    }

    private static JobExecution start(
            JobOperator operator, Job job, org.springframework.batch.core.job.parameters.JobParameters parameters) {
        try {
            return operator.start(job, parameters);
        } catch (org.springframework.batch.core.job.JobExecutionException e) {
            throw new IllegalStateException("Spring Batch refuses to start the run", e);
        }
    }

    private JobExecution start(JobOperator operator, Job job) {
        return start(operator, job, BatchInfrastructure.parameters(run.number()));
    }

    private RunEnd endOf(JobExecution execution, Duration took) {
        double seconds = seconds(took);
        BatchStatus status = execution.getStatus();
        if (status == BatchStatus.COMPLETED) {
            return end(RunStatus.COMPLETE, seconds);
        }
        if (status == BatchStatus.STOPPED && stop.requested()) {
            return end(RunStatus.STOPPED, seconds);
        }
        return failed(run, stop, execution.getAllFailureExceptions(), knownOrNone(database, run), seconds);
    }

    /** Clocks are set back. */
    private static double seconds(Duration took) {
        return Math.max(0, took.toMillis() / 1000.0);
    }

    /** The stack goes to the log; what it means is told in a sentence. A signal's exit code comes before the failure's. */
    private static RunEnd failed(
            Run run, StopRequest stop, List<Throwable> failures, @Nullable Known known, double seconds) {
        RunFailure failure = RunFailure.of(failures);
        failures.forEach(cause ->
                LOG.error("run {} failed: {} {}", run.number(), failure.reason(), Database.codeOf(cause), cause));
        Integer signalled = stop.exitCode();
        return new RunEnd(
                run.number(),
                RunStatus.FAILED,
                signalled == null ? failure.exitCode() : signalled,
                failure.reason(),
                failure.detail(),
                known == null ? null : known.counts,
                known == null ? null : known.duplicates,
                seconds);
    }

    private RunEnd end(RunStatus status, double seconds) {
        Known known = known(database, run);
        return new RunEnd(run.number(), status, exitCode(status), null, null, known.counts, known.duplicates, seconds);
    }

    private int exitCode(RunStatus status) {
        Integer requested = stop.exitCode();
        if (requested != null) {
            return requested;
        }
        return status == RunStatus.COMPLETE ? completeCode(database, run) : ExitCode.STOPPED;
    }

    private static int completeCode(Database database, Run run) {
        var counts = database.sourceFiles().counts(run.number(), run.sourceId());
        RunParameters.Retry retry = RunParameters.parse(run.parameters()).retry();
        long left = retry == null ? 0 : RetriedPart.of(retry, database).left();
        return counts.quarantined() + counts.unreadable() + left > 0
                ? ExitCode.COMPLETE_WITH_LOSSES
                : ExitCode.COMPLETE;
    }

    /** The end of a run that broke where nothing more could be written; counts as far as the database still tells them. */
    static RunEnd endOfBroken(Database database, Run run, StopRequest stop, Throwable broken, Duration took) {
        return failed(run, stop, List.of(broken), knownOrNone(database, run), seconds(took));
    }

    /** What the database tells of a run at its end. */
    private record Known(RunCounts counts, DuplicateCounts duplicates) {}

    private static Known known(Database database, Run run) {
        return new Known(
                database.sourceFiles().counts(run.number(), run.sourceId()),
                database.duplicates().counts());
    }

    @SuppressWarnings("IllegalCatch")
    private static @Nullable Known knownOrNone(Database database, Run run) {
        try {
            return known(database, run);
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.debug("the database tells nothing any more", e);
            return null;
        }
    }

    /** The end of a run that was complete before this launch: nothing is done again. */
    static RunEnd endOfComplete(Database database, Run run) {
        Known known = known(database, run);
        return new RunEnd(
                run.number(),
                RunStatus.COMPLETE,
                completeCode(database, run),
                null,
                null,
                known.counts,
                known.duplicates,
                0);
    }

    /** The report is written on failure too; where storage itself failed, that failure is the one to tell. */
    private void closeUnfinished(Closing closing, RunEnd end) {
        try {
            database.inTransaction(() -> closing.unfinished(end));
        } catch (DataAccessException | TransactionException | UncheckedIOException e) {
            LOG.error(
                    "run {}: its end could not be written; resume sets it right {}",
                    run.number(),
                    Database.codeOf(e),
                    e);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        closingContainers.run();
        workers.close();
    }
}
