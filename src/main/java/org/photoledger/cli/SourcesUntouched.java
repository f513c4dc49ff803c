package org.photoledger.cli;

import java.nio.file.Path;
import org.photoledger.store.Database;

/** A source is never written to, whatever place is named. */
final class SourcesUntouched {

    private SourcesUntouched() {}

    /** Refuses a place inside a source of the home. */
    static void require(Database database, Path place, String what) {
        Path real = new Home(place.toAbsolutePath().normalize()).real();
        for (Path root : database.sources().roots()) {
            if (real.startsWith(root)) {
                throw new UsageException(what + " would be written to " + place + ", inside the source " + root
                        + "; name a place outside it, so that the source is never written to.");
            }
        }
    }
}
