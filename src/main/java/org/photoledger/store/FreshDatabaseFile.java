package org.photoledger.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * Makes a new H2 file beside its place and moves it there once its schema is whole. H2 commits each statement of a schema
 * by itself, so that a kill in the middle would leave half a schema that no later start can complete.
 */
final class FreshDatabaseFile {

    private static final String SUFFIX = ".mv.db";

    private FreshDatabaseFile() {}

    /** The file that H2 makes for these settings. */
    static Path of(DatabaseSettings settings) {
        return Path.of(settings.h2File() + SUFFIX);
    }

    /** Fills a new file by the given work where there is none yet; what an earlier try left is thrown away. */
    static void createIfAbsent(DatabaseSettings settings, Consumer<DatabaseSettings> work) {
        Path file = of(settings);
        DatabaseSettings draft = draft(settings);
        try {
            Files.deleteIfExists(of(draft));
            if (Files.exists(file)) {
                requireContent(file);
                return;
            }
            work.accept(draft);
            moveInPlace(of(draft), file);
        } catch (IOException e) {
            throw new UncheckedIOException("the new database file " + file + " cannot be made", e);
        }
    }

    /** Fills a new file by the given work while the old one is open, then closes that and puts the new one in its place, at once. */
    static void replace(DatabaseSettings settings, Consumer<DatabaseSettings> work, Runnable close) {
        Path draft = of(draft(settings));
        try {
            Files.deleteIfExists(draft);
            work.accept(draft(settings));
            close.run();
            moveInPlace(draft, of(settings));
        } catch (IOException e) {
            throw new UncheckedIOException("the new database file cannot be put in place", e);
        } finally {
            close.run();
            discard(draft);
        }
    }

    /** A copy of the closed file, for work that would leave it half done if it were killed. */
    static void copy(DatabaseSettings from, DatabaseSettings draft) {
        try {
            Files.copy(of(from), of(draft), StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw new UncheckedIOException("the database file cannot be copied", e);
        }
    }

    private static void discard(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            // the next start tries again; what is told is why this one failed
        }
    }

    private static DatabaseSettings draft(DatabaseSettings settings) {
        return settings.withH2File(Path.of(settings.h2File() + ".new"));
    }

    /** At once, and both on disk when it returns. */
    static void moveInPlace(Path draft, Path file) throws IOException {
        force(draft, StandardOpenOption.WRITE);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            force(folder, StandardOpenOption.READ);
        }
    }

    /** H2 takes an empty file for a new one; a lost collection must not look like one that never was. */
    private static void requireContent(Path file) {
        if (file.toFile().length() == 0) {
            throw new DatabaseUnavailableException("The database file " + file
                    + " is empty (0 bytes): restore it from a backup, or make it anew with photoledger rebuild.");
        }
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }
}
