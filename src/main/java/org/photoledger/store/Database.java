package org.photoledger.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger's database, open and of the right schema: one data source, one transaction manager, Spring Batch's tables included. */
public final class Database implements AutoCloseable {

    /** H2's code for a file that another process holds. */
    private static final int IN_USE = 90020;

    /** Any number of ours; PostgreSQL keeps such locks per database. */
    private static final long ADVISORY_LOCK = 0x70686f746f6cL;

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
        this.ledger = new LedgerStore(template, client);
        this.consistency = new ConsistencyReader(client);
    }

    /** Opens and migrates; throws {@link DatabaseUnavailableException} or {@link NewerSchemaException} and changes nothing then. */
    public static Database open(DatabaseSettings settings) {
        try {
            return made(settings);
        } catch (RuntimeException e) {
            // what fails on a full disk says so nowhere
            throw settings.diskIsFull()
                    ? new DatabaseUnavailableException(
                            "The disk of the database " + settings.url() + " is full; make room, then try again.")
                    : e;
        }
    }

    private static Database made(DatabaseSettings settings) {
        if (settings.isH2()) {
            FreshDatabaseFile.createIfAbsent(settings, draft -> opened(draft).close());
        }
        return opened(settings);
    }

    private static Database opened(DatabaseSettings settings) {
        HikariDataSource pool = pool(settings);
        try {
            if (!settings.isH2()) {
                requireAlone(pool, settings);
            }
            Schema.migrate(pool, settings.isH2() ? "h2" : "postgresql");
            Durability.require(JdbcClient.create(pool), settings);
            return new Database(pool, settings);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static HikariDataSource pool(DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.safeUrl());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        // one for the chunk's transaction, one for look-ups beside it, and on a server one that holds the lock
        config.setMaximumPoolSize(settings.isH2() ? 2 : 3);
        // all from the start: the counts of a run that hangs cannot wait for a server to take a connection
        config.setMinimumIdle(settings.isH2() ? 1 : 3);
        config.setPoolName("ledger");
        config.setInitializationFailTimeout(1);
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw new DatabaseUnavailableException(sentence(settings, e));
        }
    }

    /** The home's lock keeps others of this home out; a server may be named by another home too. */
    private static void requireAlone(HikariDataSource pool, DatabaseSettings settings) {
        try {
            // never given back: the lock is the session's, and ends with the pool
            Connection holder = pool.getConnection();
            try (Statement statement = holder.createStatement();
                    ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + ADVISORY_LOCK + ")")) {
                if (!row.next() || !row.getBoolean(1)) {
                    throw new DatabaseUnavailableException("The database " + settings.url()
                            + " is in use by another program; close that one, then try again.");
                }
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(sentence(settings, e));
        }
    }

    private static String sentence(DatabaseSettings settings, Throwable failure) {
        SQLException cause = sqlCause(failure);
        String what = String.valueOf(cause == null ? failure.getMessage() : cause.getMessage());
        if (cause != null && cause.getErrorCode() == IN_USE) {
            return "The database " + settings.url() + " is in use by another program; close that one, then try again.";
        }
        String remedy = settings.isH2()
                ? "; the file was left as it is: restore it from a backup, or make it anew with photoledger rebuild."
                : "; check that the server runs and that photoledger.database names it rightly.";
        return "The database " + settings.url() + " cannot be opened: "
                + what.lines().findFirst().orElse("") + remedy;
    }

    /** The database's own code for a failure, which tells no values as its message may; empty where it has none. */
    public static String codeOf(Throwable failure) {
        SQLException cause = sqlCause(failure);
        return cause == null ? "" : "SQL state " + cause.getSQLState() + ", code " + cause.getErrorCode();
    }

    private static @Nullable SQLException sqlCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
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

    public ReportReader reports() {
        return reports;
    }

    public LedgerStore ledger() {
        return ledger;
    }

    public ConsistencyReader consistency() {
        return consistency;
    }

    /** Name and version of the database, for reports. */
    public String product() {
        try (Connection connection = pool.getConnection()) {
            return connection.getMetaData().getDatabaseProductName() + " "
                    + connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(sentence(settings, e));
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
