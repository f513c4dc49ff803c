package org.photoledger.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.photoledger.job.ExitCode;
import org.photoledger.job.RefusedException;
import org.photoledger.store.DatabaseSettings;

/** Asks before a run whether the disks that it will write to have room. */
final class FreeSpace {

    private FreeSpace() {}

    /** Throws RefusedException, exit 1, where a disk has fewer MiB free; names the disk and the setting. */
    static void require(Home home, DatabaseSettings database, int megabytes) {
        require("home", home.folder(), megabytes);
        require("spool", home.folder().resolve("spool"), megabytes);
        database.folder().ifPresent(folder -> require("database", folder, megabytes));
    }

    private static void require(String what, Path folder, int megabytes) {
        long free = megabytes(folder);
        if (free < megabytes) {
            throw new RefusedException(
                    ExitCode.FAILED,
                    "The disk of the " + what + " (" + folder + ") has " + free
                            + " MiB free, and a run begins only with " + megabytes
                            + " (photoledger.storage.free-megabytes); make room, then try again.");
        }
    }

    /** MiB that are free for us where a folder is, or would be made. */
    static long megabytes(Path folder) {
        Path existing = folder.toAbsolutePath();
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            return Files.getFileStore(existing).getUsableSpace() >> 20;
        } catch (IOException e) {
            throw new UsageException(
                    "Nobody tells how much of the disk of " + folder + " is free; check its permissions.");
        }
    }
}
