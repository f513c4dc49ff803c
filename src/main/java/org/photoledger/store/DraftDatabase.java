package org.photoledger.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A database that is filled beside the one in force and takes its place once it is whole. On a server there is no beside: it
 * is the one that the settings name, and must have been empty.
 */
public final class DraftDatabase {

    private final DatabaseSettings settings;

    public DraftDatabase(DatabaseSettings settings) {
        this.settings = settings;
    }

    /** How to open the draft. */
    public DatabaseSettings settings() {
        return settings.isH2() ? settings.withH2File(Path.of(settings.h2File() + ".rebuild")) : settings;
    }

    /** Whether it is a file of its own, which can be thrown away. */
    public boolean beside() {
        return settings.isH2();
    }

    /** Throws a file away that is not to take the place; a server's database is left as it is. */
    public void discard() {
        try {
            if (settings.isH2()) {
                Files.deleteIfExists(FreshDatabaseFile.of(settings()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the draft of the database cannot be removed", e);
        }
    }

    /** Puts the closed draft in place; where the database before is kept, empty where there was none or on a server. */
    public Optional<Path> place() {
        if (!settings.isH2()) {
            return Optional.empty();
        }
        Path file = FreshDatabaseFile.of(settings);
        try {
            Optional<Path> kept = Files.exists(file) ? Optional.of(free(file)) : Optional.empty();
            if (kept.isPresent()) {
                keep(file, kept.get());
            }
            FreshDatabaseFile.moveInPlace(FreshDatabaseFile.of(settings()), file);
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException("the rebuilt database cannot be put in place", e);
        }
    }

    /** By a second name where that is possible, so that there is a database in place at every moment. */
    private static void keep(Path file, Path kept) throws IOException {
        try {
            Files.createLink(kept, file);
        } catch (IOException | UnsupportedOperationException e) {
            Files.move(file, kept, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static Path free(Path file) {
        Path kept = file.resolveSibling(file.getFileName() + ".before-rebuild");
        for (int number = 2; Files.exists(kept); number++) {
            kept = file.resolveSibling(file.getFileName() + ".before-rebuild-" + number);
        }
        return kept;
    }
}
