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

    /** Fills a new file by the given work where there is none yet; what an earlier try left is thrown away. */
    static void createIfAbsent(DatabaseSettings settings, Consumer<DatabaseSettings> work) {
        Path place = settings.h2File();
        Path file = Path.of(place + SUFFIX);
        if (Files.exists(file)) {
            requireContent(file);
            return;
        }
        Path draft = Path.of(place + ".new" + SUFFIX);
        try {
            Files.deleteIfExists(draft);
            work.accept(settings.withH2File(Path.of(place + ".new")));
            force(draft, StandardOpenOption.WRITE);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                force(folder, StandardOpenOption.READ);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the new database file " + file + " cannot be made", e);
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
