package org.photoledger.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.photoledger.store.EncryptedFile;
import org.slf4j.LoggerFactory;

/** What rebuilds and backups left of a database in its home that was not encrypted then. */
final class ClearCopies {

    private ClearCopies() {}

    /** In the home, its backups and the folder of the database, which is encrypted itself. */
    static List<Path> in(Path home, Path databases) {
        return Stream.of(home, home.resolve("backups"), databases)
                .distinct()
                .filter(Files::isDirectory)
                .flatMap(folder -> names(folder).stream())
                .filter(ClearCopies::clear)
                .sorted()
                .toList();
    }

    private static List<Path> names(Path folder) {
        try (Stream<Path> names = Files.list(folder)) {
            return names.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            LoggerFactory.getLogger(ClearCopies.class).warn("a folder of the home cannot be listed", e);
            return List.of();
        }
    }

    private static boolean clear(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".zip") ? holdsClear(file) : name.contains(".mv.db") && !isEncrypted(file);
    }

    /** One that nobody can read may be clear. */
    private static boolean isEncrypted(Path file) {
        try {
            return EncryptedFile.is(file);
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** A backup begins with the database; a zip that is none, or that nobody can read, is no copy of it. */
    private static boolean holdsClear(Path zip) {
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream in = new ZipInputStream(file)) {
            var first = in.getNextEntry();
            return first != null && first.getName().endsWith(".mv.db") && !EncryptedFile.is(in);
        } catch (IOException e) {
            return false;
        }
    }
}
