package org.photoledger.job;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import org.photoledger.store.Database;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.core.task.SyncTaskExecutor;

/** Spring Batch without a container: a job repository in our own database, under our own transaction manager. */
final class BatchInfrastructure {

    private final JobRepository repository;
    private final JobOperator operator;

    BatchInfrastructure(Database database) {
        this.repository = repository(database);
        this.operator = operator(repository);
    }

    JobRepository repository() {
        return repository;
    }

    JobOperator operator() {
        return operator;
    }

    static JobParameters parameters(long run) {
        return new JobParametersBuilder().addLong("run", run).toJobParameters();
    }

    /** Ends what a dead process left running; call it only under the home's lock, since Batch does not check that the other is dead. */
    void recover(long run) {
        JobInstance instance = repository.getJobInstance(ImportJob.NAME, parameters(run));
        if (instance == null) {
            return;
        }
        JobExecution last = repository.getLastJobExecution(instance);
        if (last == null) {
            // killed between Batch's first two transactions: it starts no instance that has no execution
            repository.deleteJobInstance(instance);
            return;
        }
        boolean unknown = last.getStepExecutions().stream().anyMatch(BatchInfrastructure::unsettled);
        if (unknown || unsettled(last.getStatus())) {
            fail(last);
        }
    }

    private static boolean unsettled(StepExecution step) {
        return unsettled(step.getStatus());
    }

    private static boolean unsettled(BatchStatus status) {
        return status == BatchStatus.UNKNOWN || status == BatchStatus.STOPPING || status.isRunning();
    }

    /** Batch restarts nothing that is UNKNOWN, nor recovers it; reading by status makes FAILED safe. */
    private void fail(JobExecution last) {
        // Batch tells times in this zone
        LocalDateTime now = LocalDateTime.now(ZoneId.systemDefault());
        last.getStepExecutions().stream().filter(BatchInfrastructure::unsettled).forEach(step -> {
            step.setStatus(BatchStatus.FAILED);
            // its last chunk: so long it worked, by the clock and in the zone of its start
            step.setEndTime(step.getLastUpdated() == null ? now : step.getLastUpdated());
            repository.update(step);
        });
        last.setStatus(BatchStatus.FAILED);
        last.setEndTime(now);
        repository.update(last);
    }

    private static JobRepository repository(Database database) {
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(database.dataSource());
        factory.setTransactionManager(database.transactionManager());
        // the home's lock keeps a second launch out, which is what SERIALIZABLE is for
        factory.setIsolationLevelForCreate("ISOLATION_READ_COMMITTED");
        return made(() -> {
            factory.afterPropertiesSet();
            return Objects.requireNonNull(factory.getObject());
        });
    }

    private static JobOperator operator(JobRepository repository) {
        TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
        operator.setJobRepository(repository);
        operator.setJobRegistry(new MapJobRegistry());
        operator.setTaskExecutor(new SyncTaskExecutor());
        return made(() -> {
            operator.afterPropertiesSet();
            return operator;
        });
    }

    private static <T> T made(java.util.concurrent.Callable<T> factory) {
        try {
            return factory.call();
        } catch (Exception e) {
            throw new IllegalStateException("Spring Batch cannot be set up", e);
        }
    }
}
