package org.photoledger.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Puts a backup back as src/docs/operations.md says: unzipped into an empty home. */
public final class Restored {

    private Restored() {}

    /** The program on a new home in the folder, which must not be there yet. */
    public static Photoledger from(Path backup, Path folder) throws IOException {
        Photoledger program = new Photoledger(Files.createDirectory(folder));
        Files.createDirectory(
                program.home(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(backup))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.copy(zip, program.home().resolve(entry.getName()));
            }
        }
        return program;
    }
}
