package org.photoledger.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * A stop that a command asks of the run at work: a file in {@code HOME/requests} that names the run, so that none of a later run is
 * stopped by it.
 */
final class StopAsked {

    private StopAsked() {}

    private static Path file(Home home, long run) {
        return home.requests().resolve("stop-" + run);
    }

    static void post(Home home, long run) {
        try {
            Files.createDirectories(home.requests(), Home.OWNER_ONLY);
            Files.writeString(file(home, run), "");
        } catch (IOException e) {
            throw new UncheckedIOException("the request cannot be written", e);
        }
    }

    /** Whether it was asked since the last look; the request is gone then. A folder that cannot be looked into asks nothing. */
    static boolean take(Home home, long run) {
        try {
            return Files.deleteIfExists(file(home, run));
        } catch (IOException e) {
            LoggerFactory.getLogger(StopAsked.class).warn("a request to stop cannot be read", e);
            return false;
        }
    }

    /** What was asked of runs that are dead. */
    static void clear(Home home) {
        try (DirectoryStream<Path> old = Files.newDirectoryStream(home.requests(), "stop-*")) {
            for (Path file : old) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | DirectoryIteratorException e) {
            LoggerFactory.getLogger(StopAsked.class).warn("old requests to stop cannot be removed", e);
        }
    }
}
