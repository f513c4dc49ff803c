package org.photoledger.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The ledger's database, open and of the right schema: one data source, one transaction manager, Spring Batch's tables included. */
public final class Database implements AutoCloseable {

    /** H2's code for a file that another process holds. */
    private static final int IN_USE = 90020;

    /** H2's code for a file that a key does not open, or that is damaged: an encrypted one tells no difference. */
    private static final int NOT_DECRYPTED = 90049;

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
        return open(settings, copy -> {});
    }

    /** The same; an H2 file of an earlier release is shown first, as it is. What is thrown then stops all, and nothing is changed. */
    public static Database open(DatabaseSettings settings, Consumer<DatabaseCopy> beforeMigration) {
        if (!settings.isH2()) {
            return opened(settings);
        }
        FreshDatabaseFile.createIfAbsent(settings, draft -> opened(draft).close());
        EncryptedFile.requireAsSet(settings);
        HikariDataSource pool = pool(settings);
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
        return ready(pool(settings), settings);
    }

    private static Database ready(HikariDataSource pool, DatabaseSettings settings) {
        return closingOnFailure(pool, () -> {
            if (!settings.isH2()) {
                requireAlone(pool, settings);
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

    static HikariDataSource pool(DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.safeUrl());
        config.setUsername(settings.user());
        config.setPassword(settings.login());
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
        if (cause != null && cause.getErrorCode() == NOT_DECRYPTED) {
            return "The key does not open the database " + settings.url()
                    + ": it is another than the file was encrypted with, or the file is damaged. Nothing was changed.";
        }
        String remedy = settings.isH2()
                ? "; the file was left as it is: restore it from a backup, or move it away to begin anew."
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
