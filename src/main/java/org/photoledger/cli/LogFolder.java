package org.photoledger.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** The folder of the home's logs, mode 0700. */
record LogFolder(Path path) {

    private record Kept(Path file, long modified, long bytes) {}

    /** Whether logs can be written there; Logback would take a variable in its name for one of its own. */
    boolean isReady() {
        try {
            Files.createDirectories(path, Home.OWNER_ONLY);
            return Files.isWritable(path) && !path.toString().contains("${");
        } catch (IOException e) {
            return false;
        }
    }

    /** The folder in Logback's pattern of the names of old files, in which a percent sign begins a word. */
    String asPattern() {
        return path.toString().replace("\\", "\\\\").replace("%", "\\%");
    }

    /** Removes the oldest logs beyond so many bytes of all; nobody writes there but who holds the home. */
    void keepWithin(long most) {
        try {
            long bytes = 0;
            for (Kept kept : newestFirst()) {
                bytes += kept.bytes();
                if (bytes > most) {
                    Files.deleteIfExists(kept.file());
                }
            }
        } catch (IOException e) {
            LoggerFactory.getLogger(LogFolder.class).warn("old logs cannot be removed", e);
        }
    }

    private List<Kept> newestFirst() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> new Kept(
                            file, file.toFile().lastModified(), file.toFile().length()))
                    .sorted(Comparator.comparingLong(Kept::modified).reversed())
                    .toList();
        }
    }
}
