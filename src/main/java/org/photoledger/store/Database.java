package org.photoledger.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger's database, open and of the right schema: one data source, one transaction manager, Spring Batch's tables included. */
public final class Database implements AutoCloseable {

    private final HikariDataSource pool;
    private final DatabaseSettings settings;
    private final JdbcTransactionManager transactions;
    private final SourceStore sources;
    private final RunStore runs;
    private final SourceFileStore sourceFiles;
    private final ContainerStore containers;
    private final AbsenceStore absences;
    private final PhotoStore photos;
    private final TextStore texts;
    private final HashStore hashes;
    private final LinkStore links;
    private final ClusterStore clusters;
    private final DuplicateReader duplicates;
    private final IdentifierStore identifiers;
    private final ExportReader exports;
    private final ReportReader reports;
    private final RunFileReader runFiles;
    private final RunStepReader runSteps;
    private final LedgerStore ledger;
    private final ConsistencyReader consistency;

    private Database(HikariDataSource pool, DatabaseSettings settings) {
        this.pool = pool;
        this.settings = settings;
        this.transactions =
                settings.isH2() ? new CheckpointingTransactionManager(pool) : new JdbcTransactionManager(pool);
        JdbcTemplate template = new JdbcTemplate(pool);
        JdbcClient client = JdbcClient.create(template);
        this.sources = new SourceStore(client);
        this.runs = new RunStore(client);
        FindingRows findings = new FindingRows(template);
        this.sourceFiles = new SourceFileStore(template, client, findings);
        this.containers = new ContainerStore(client);
        this.absences = new AbsenceStore(template, client);
        this.photos = new PhotoStore(template, client, findings);
        this.texts = new TextStore(template, client, findings);
        this.hashes = new HashStore(template, client, findings);
        this.links = new LinkStore(template, client);
        this.clusters = new ClusterStore(template, client);
        this.duplicates = new DuplicateReader(client);
        this.identifiers = new IdentifierStore(template, client, findings);
        this.exports = new ExportReader(pool);
        this.reports = new ReportReader(client);
        this.runFiles = new RunFileReader(client);
        this.runSteps = new RunStepReader(client);
        this.ledger = new LedgerStore(template, client);
        this.consistency = new ConsistencyReader(client);
    }

    /** Opens and migrates; throws {@link DatabaseUnavailableException} or {@link NewerSchemaException} and changes nothing then. */
    public static Database open(DatabaseSettings settings) {
        return open(settings, copy -> {});
    }

    /** The same; an H2 file of an earlier release is shown first, as it is. What is thrown then stops all, and nothing is changed. */
    public static Database open(DatabaseSettings settings, Consumer<DatabaseCopy> beforeMigration) {
        try {
            return made(settings, beforeMigration);
        } catch (RuntimeException e) {
            // what fails on a full disk says so nowhere
            throw settings.diskIsFull()
                    ? new DatabaseUnavailableException(
                            "The disk of the database " + settings.url() + " is full; make room, then try again.")
                    : e;
        }
    }

    private static Database made(DatabaseSettings settings, Consumer<DatabaseCopy> beforeMigration) {
        if (!settings.isH2()) {
            return opened(settings);
        }
        FreshDatabaseFile.createIfAbsent(settings, draft -> opened(draft).close());
        EncryptedFile.requireAsSet(settings);
        HikariDataSource pool = DatabasePool.of(settings);
        boolean older = closingOnFailure(pool, () -> {
            boolean found = Schema.isOlder(pool, "h2");
            if (found) {
                beforeMigration.accept(new DatabaseCopy(pool));
            }
            return found;
        });
        if (!older) {
            return ready(pool, settings);
        }
        pool.close();
        migrateInACopy(settings);
        return opened(settings);
    }

    /** H2 commits each statement of a migration by itself: a kill in the middle must not leave half of it. */
    private static void migrateInACopy(DatabaseSettings settings) {
        try {
            FreshDatabaseFile.replace(
                    settings,
                    draft -> {
                        FreshDatabaseFile.copy(settings, draft);
                        opened(draft).close();
                    },
                    () -> {});
        } catch (UncheckedIOException e) {
            throw new DatabaseUnavailableException("The database " + settings.url()
                    + " of an earlier release cannot be brought up to date: make room for a copy of it in its folder."
                    + " It is as it was.");
        }
    }

    private static Database opened(DatabaseSettings settings) {
        return ready(DatabasePool.of(settings), settings);
    }

    private static Database ready(HikariDataSource pool, DatabaseSettings settings) {
        return closingOnFailure(pool, () -> {
            if (!settings.isH2()) {
                DatabasePool.requireAlone(pool, settings);
            }
            Schema.migrate(pool, settings.isH2() ? "h2" : "postgresql");
            Durability.require(JdbcClient.create(pool), settings);
            return new Database(pool, settings);
        });
    }

    private static <T> T closingOnFailure(HikariDataSource pool, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /** The database's own code for a failure, which tells no values as its message may; empty where it has none. */
    public static String codeOf(Throwable failure) {
        SQLException cause = DatabasePool.sqlCause(failure);
        return cause == null ? "" : "SQL state " + cause.getSQLState() + ", code " + cause.getErrorCode();
    }

    public DataSource dataSource() {
        return pool;
    }

    public PlatformTransactionManager transactionManager() {
        return transactions;
    }

    /** Runs work in a transaction of its own. */
    public void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    public SourceStore sources() {
        return sources;
    }

    public RunStore runs() {
        return runs;
    }

    public SourceFileStore sourceFiles() {
        return sourceFiles;
    }

    public ContainerStore containers() {
        return containers;
    }

    public AbsenceStore absences() {
        return absences;
    }

    public PhotoStore photos() {
        return photos;
    }

    public TextStore texts() {
        return texts;
    }

    public HashStore hashes() {
        return hashes;
    }

    public LinkStore links() {
        return links;
    }

    public ClusterStore clusters() {
        return clusters;
    }

    public DuplicateReader duplicates() {
        return duplicates;
    }

    public IdentifierStore identifiers() {
        return identifiers;
    }

    public ExportReader exports() {
        return exports;
    }

    public RunFileReader runFiles() {
        return runFiles;
    }

    public RunStepReader runSteps() {
        return runSteps;
    }

    public ReportReader reports() {
        return reports;
    }

    public LedgerStore ledger() {
        return ledger;
    }

    public ConsistencyReader consistency() {
        return consistency;
    }

    /** Whether the database is a file of ours, which a backup can copy. */
    public boolean isFile() {
        return settings.isH2();
    }

    /** The database's file, for a backup. */
    public DatabaseCopy copy() {
        return new DatabaseCopy(pool);
    }

    /** Writes the file anew, under this key or none, and puts it in the old one's place; the database is closed then, also where that fails. */
    public void compact(@Nullable FileKey key) {
        try {
            FreshDatabaseFile.replace(settings, draft -> new Compaction(pool, draft.withKey(key)).run(), this::close);
        } catch (UncheckedIOException e) {
            throw new CompactionException("the new file cannot be put in place", e);
        }
    }

    /** How much of the file is in use. */
    public FileUse fileUse() {
        return new DatabaseCopy(pool).use();
    }

    /** Name and version of the database, for reports. */
    public String product() {
        try (Connection connection = pool.getConnection()) {
            return connection.getMetaData().getDatabaseProductName() + " "
                    + connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(DatabasePool.sentence(settings, e));
        }
    }

    /** Whether the settings let a database through that may lose what it acknowledged. */
    public boolean unsafe() {
        return settings.allowUnsafe();
    }

    @Override
    public void close() {
        pool.close();
    }
}
