package org.photoledger.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.photoledger.job.ExitCode;
import org.photoledger.job.RefusedException;
import org.photoledger.store.Database;
import org.photoledger.store.DatabaseSettings;
import org.photoledger.store.DraftDatabase;
import org.photoledger.store.FileKey;

/** A verb at work on a home: its settings, its lock and its database. */
final class Session implements AutoCloseable {

    private final Home home;
    private final Settings settings;
    private final HomeLock lock;
    private final DatabaseSettings databaseSettings;
    private final Database database;

    private Session(Home home, Settings settings, DatabaseSettings databaseSettings, HomeLock lock, Database database) {
        this.home = home;
        this.databaseSettings = databaseSettings;
        this.settings = settings;
        this.lock = lock;
        this.database = database;
    }

    /** For verbs that read what runs have written. */
    static Session existing(GlobalOptions options, String verb) {
        return existing(options, verb, false);
    }

    /** For verbs that go on with what runs have written, and need room for it. */
    static Session goingOn(GlobalOptions options, String verb) {
        return existing(options, verb, true);
    }

    private static Session existing(GlobalOptions options, String verb, boolean writing) {
        Home home = options.home();
        home.requireExisting();
        Settings settings = SettingsLoader.load(home.folder(), options.config()).settings();
        if (settings.database().url().isEmpty() && !Files.exists(home.folder().resolve("photoledger.mv.db"))) {
            throw new RefusedException(
                    ExitCode.NOT_FOUND,
                    "There is no collection in " + home.folder()
                            + "; run an import first, or name its home with --home.");
        }
        return open(options, home, databaseSettings(home, settings), verb, writing);
    }

    /** For verbs that may be the first on a home. */
    static Session creating(GlobalOptions options, String verb) {
        Home home = options.home();
        Settings settings = SettingsLoader.load(home.folder(), options.config()).settings();
        DatabaseSettings databaseSettings = databaseSettings(home, settings);
        Duration unused = options.lockWait();
        home.create();
        return open(options, home, databaseSettings, verb, true);
    }

    /** For a database that is made beside the home's. */
    static Session of(DraftDatabase draft, GlobalOptions options, String verb) {
        return open(options, options.home(), draft.settings(), verb, true);
    }

    /** A database that is made beside the home's, to be put in place. */
    static DraftDatabase draft(GlobalOptions options) {
        Home home = options.home();
        home.requireExisting();
        return new DraftDatabase(databaseSettings(
                home, SettingsLoader.load(home.folder(), options.config()).settings()));
    }

    private static Session open(
            GlobalOptions options, Home home, DatabaseSettings databaseSettings, String verb, boolean writing) {
        Settings settings = SettingsLoader.load(home.folder(), options.config()).settings();
        HomeLock lock = HomeLock.acquire(home, verb, options.lockWait());
        try {
            if (writing) {
                FreeSpace.require(home, databaseSettings, settings.storage().freeMegabytes());
            }
            LogFile.open(home.folder(), settings.log());
            home.keepToOwner();
            return new Session(
                    home,
                    settings,
                    databaseSettings,
                    lock,
                    Database.open(databaseSettings, MigrationBackup.of(home, options.quiet())));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Asks for a passphrase where the settings say so. */
    static DatabaseSettings databaseSettings(Home home, Settings settings) {
        DatabaseSettings without = withoutKey(home, settings.database());
        return without.withKey(DatabaseKey.of(settings.database(), !without.fileIsThere()));
    }

    private static DatabaseSettings withoutKey(Home home, Settings.DatabasePart part) {
        if (part.url().isEmpty()) {
            return DatabaseSettings.h2In(home.folder());
        }
        String user = part.user().isEmpty() ? null : part.user();
        return new DatabaseSettings(part.url(), user, password(part.passwordFile()), part.allowUnsafe());
    }

    private static @Nullable String password(String file) {
        if (file.isEmpty()) {
            return null;
        }
        try {
            return Files.readString(Path.of(file)).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new UsageException(
                    "The password file " + file + " (photoledger.database.password-file) cannot be read.");
        }
    }

    Home home() {
        return home;
    }

    Settings settings() {
        return settings;
    }

    Database database() {
        return database;
    }

    /** The key of the database's file; null where it is not encrypted. */
    @Nullable
    FileKey key() {
        return databaseSettings.key();
    }

    /** The database as compact left it, under this key or none; the session's own is closed then. */
    Database reopened(@Nullable FileKey key) {
        return Database.open(databaseSettings.withKey(key));
    }

    /** Copies of the database that lie beside it or in the home and are not encrypted. */
    List<Path> clearCopies() {
        return ClearCopies.in(home.folder(), databaseSettings.folder().orElse(home.folder()));
    }

    /** How large the database's file is. */
    long databaseBytes() {
        return databaseSettings.fileBytes();
    }

    @Override
    public void close() {
        try {
            database.close();
        } finally {
            lock.close();
        }
    }
}
