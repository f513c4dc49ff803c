package org.photoledger.job;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.photoledger.source.ScannedName;
import org.photoledger.store.Database;
import org.photoledger.store.PendingFile;
import org.photoledger.store.Run;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.TaskletStep;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** The job {@code import} of one run: inventory, examine, open, duplicates, identify, reconcile, report. Every step may run again. */
final class ImportJob {

    static final String NAME = "import";

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final Database database;
    private final Run run;
    private final Custodian custodian;
    private final StopRequest stop;
    private final RunEvents events;

    ImportJob(
            JobRepository repository,
            Database database,
            Custodian custodian,
            Run run,
            StopRequest stop,
            RunEvents events) {
        this.custodian = custodian;
        this.repository = repository;
        this.transactions = database.transactionManager();
        this.database = database;
        this.run = run;
        this.stop = stop;
        this.events = events;
    }

    /** Reading: the steps that take names and files in. */
    Job of(List<Step> reading, Linking linking, Identification identification, Runnable report) {
        return job(reading, linking, identification, () -> new Reconciliation(database, run).close(), report);
    }

    /** A retry takes up no name: it adds a part to photos that are recorded, or renews it. */
    Job ofRetry(Step examine, Linking linking, Identification identification, Runnable report) {
        Runnable reconcile = () -> new Reconciliation(database, run).closeRetry();
        return job(List.of(examine), linking, identification, reconcile, report);
    }

    /** Tries again what another run lost; no name is looked for. */
    Job ofAgain(List<Step> reading, Linking linking, Identification identification, Runnable report) {
        Runnable reconcile = () -> new Reconciliation(database, run).closeAgain();
        return job(reading, linking, identification, reconcile, report);
    }

    private Job job(
            List<Step> reading, Linking linking, Identification identification, Runnable reconcile, Runnable report) {
        SimpleJobBuilder job = new JobBuilder(NAME, repository).start(reading.get(0));
        reading.stream().skip(1).forEach(job::next);
        return job.next(paged("duplicates", linking::nextPage))
                .next(paged("identify", identification::nextPage))
                .next(tasklet("reconcile", reconcile))
                .next(tasklet("report", report))
                .build();
    }

    Step inventory(InventoryReader reader, long fileBytes, int chunkSize) {
        InventoryWriter writer = new InventoryWriter(database.sourceFiles(), custodian, events, run, fileBytes);
        return new StepBuilder("inventory", repository)
                .<ScannedName, ScannedName>chunk(chunkSize)
                .transactionManager(transactions)
                .reader(reader)
                .writer(writer)
                .interruptionPolicy(this::betweenChunks)
                .listener(new InventoryEnd(writer))
                .allowStartIfComplete(true)
                .build();
    }

    Step examine(FileExaminer examiner, AsyncTaskExecutor executor, int chunkSize) {
        return new StepBuilder("examine", repository)
                .<PendingFile, ExaminedFile>chunk(chunkSize)
                .transactionManager(transactions)
                .reader(new PendingFileReader(database.sourceFiles(), stop, run.number(), 4 * chunkSize))
                .processor(new ToldWork<>(examiner, file -> file.path().text(), events))
                .writer(new ExaminedFileWriter(database, custodian, events))
                .taskExecutor(executor)
                .interruptionPolicy(this::betweenChunks)
                .listener(new ExamineStart())
                .allowStartIfComplete(true)
                .build();
    }

    /** What stands in containers, after all files of the source. */
    Step open(OpenedItemReader reader, OpenedItemExaminer examiner, AsyncTaskExecutor executor, int chunkSize) {
        return new StepBuilder("open", repository)
                .<OpenedItem, ExaminedFile>chunk(chunkSize)
                .transactionManager(transactions)
                .reader(reader)
                .processor(new ToldWork<>(examiner, OpenedItem::name, events))
                .writer(new ExaminedFileWriter(database, custodian, events))
                .taskExecutor(executor)
                .interruptionPolicy(this::betweenChunks)
                .listener(new StepStart("open"))
                .allowStartIfComplete(true)
                .build();
    }

    /** One part alone, of files that a run recorded. */
    Step examineAgain(RetriedFileReader reader, RetryExaminer examiner, AsyncTaskExecutor executor, int chunkSize) {
        return new StepBuilder("examine", repository)
                .<RetriedItem, RetriedFile>chunk(chunkSize)
                .transactionManager(transactions)
                .reader(reader)
                .processor(new ToldWork<>(examiner, item -> item.file().path().text(), events))
                .writer(new RetriedFileWriter(examiner.part(), custodian, events))
                .taskExecutor(executor)
                .interruptionPolicy(this::betweenChunks)
                .listener(new StepStart("examine"))
                .allowStartIfComplete(true)
                .build();
    }

    private Step tasklet(String name, Runnable work) {
        return paged(name, () -> {
            work.run();
            return false;
        });
    }

    /** Work that comes in pages, one transaction each, until one says that nothing is left. */
    private Step paged(String name, BooleanSupplier page) {
        TaskletStep step = new StepBuilder(name, repository)
                .tasklet((contribution, context) -> {
                    if (stop.requested()) {
                        throw new JobInterruptedException("a stop was requested");
                    }
                    return RepeatStatus.continueIf(page.getAsBoolean());
                })
                .transactionManager(transactions)
                .listener(new StepStart(name))
                .allowStartIfComplete(true)
                .build();
        step.setInterruptionPolicy(this::betweenChunks);
        return step;
    }

    /** Batch asks this before each chunk and page, outside its transaction. */
    private void betweenChunks(StepExecution step) throws JobInterruptedException {
        stop.checkInterrupted(step);
        events.betweenChunks(custodian::recordAlone);
    }

    private class StepStart implements StepExecutionListener {

        private final String name;

        StepStart(String name) {
            this.name = name;
        }

        @Override
        public void beforeStep(StepExecution step) {
            events.step(name);
        }
    }

    private final class ExamineStart extends StepStart {

        ExamineStart() {
            super("examine");
        }

        @Override
        public void beforeStep(StepExecution step) {
            super.beforeStep(step);
            events.awaiting(database.sourceFiles().pendingCount(run.number()));
        }
    }

    /** The number of names, and which are gone, is written only by a walk that reached the end. */
    private final class InventoryEnd extends StepStart {

        private final InventoryWriter writer;

        InventoryEnd(InventoryWriter writer) {
            super("inventory");
            this.writer = writer;
        }

        @Override
        public @Nullable ExitStatus afterStep(StepExecution step) {
            if (!stop.requested() && !step.getStatus().isUnsuccessful()) {
                database.inTransaction(this::inventoried);
            }
            return null;
        }

        private void inventoried() {
            database.runs().inventoried(run.number(), writer.names());
            database.absences().note(run, RunParameters.parse(run.parameters()).whole());
        }
    }
}
