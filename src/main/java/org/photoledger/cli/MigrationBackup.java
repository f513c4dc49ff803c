package org.photoledger.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import org.photoledger.backup.BackupFile;
import org.photoledger.custody.LedgerDamagedException;
import org.photoledger.report.PrintableText;
import org.photoledger.store.DatabaseCopy;
import org.photoledger.store.DatabaseUnavailableException;

/** A backup in {@code HOME/backups}, with the schema's version in its name, before a database of an earlier release is brought up to date. */
final class MigrationBackup {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private MigrationBackup() {}

    static Consumer<DatabaseCopy> of(Home home, boolean quiet) {
        return database -> {
            Path file = write(home.folder(), database);
            if (!quiet) {
                System.err.println(
                        "photoledger: the database is of an earlier release and is brought up to date; as it was it is in "
                                + PrintableText.of(file.toString()));
            }
        };
    }

    private static Path write(Path home, DatabaseCopy database) {
        Path folder = home.resolve("backups");
        try {
            Files.createDirectories(folder, Home.OWNER_ONLY);
            Path file =
                    folder.resolve("schema-" + database.schemaVersion() + "-" + MOMENT.format(Instant.now()) + ".zip");
            return new BackupFile(home, database, Clock.systemUTC(), Version.number())
                    .write(file)
                    .file();
        } catch (IOException | UncheckedIOException e) {
            throw new DatabaseUnavailableException(
                    "The database is of an earlier release, and no backup of it can be written to " + folder
                            + ": make room or check its permissions. Nothing was changed.");
        } catch (LedgerDamagedException e) {
            throw new DatabaseUnavailableException(
                    "The database is of an earlier release, and no backup of it is possible: " + e.getMessage()
                            + " Nothing was changed.");
        }
    }
}
