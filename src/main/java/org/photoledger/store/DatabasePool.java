package org.photoledger.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** The connections to a database, and what it means where there are none. */
final class DatabasePool {

    /** H2's code for a file that another process holds. */
    private static final int IN_USE = 90020;

    /** H2's code for a file that a key does not open, or that is damaged: an encrypted one tells no difference. */
    private static final int NOT_DECRYPTED = 90049;

    /** Any number of ours; PostgreSQL keeps such locks per database. */
    private static final long ADVISORY_LOCK = 0x70686f746f6cL;

    private DatabasePool() {}

    static HikariDataSource of(DatabaseSettings settings) {
        return of(settings, settings.safeUrl());
    }

    /** For a file that is not in its place yet: with what was written to it and replaced as free space, and synced at its end alone. */
    static HikariDataSource ofDraft(DatabaseSettings settings) {
        return of(settings, settings.looseUrl());
    }

    private static HikariDataSource of(DatabaseSettings settings, String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
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
            throw new DatabaseUnavailableException(sentence(settings, e), e);
        }
    }

    /** The home's lock keeps others of this home out; a server may be named by another home too. */
    static void requireAlone(HikariDataSource pool, DatabaseSettings settings) {
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

    static String sentence(DatabaseSettings settings, Throwable failure) {
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
                ? "; the file was left as it is: restore it from a backup, or make it anew with photoledger rebuild."
                : "; check that the server runs and that photoledger.database names it rightly.";
        return "The database " + settings.url() + " cannot be opened: "
                + what.lines().findFirst().orElse("") + remedy;
    }

    static @Nullable SQLException sqlCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
