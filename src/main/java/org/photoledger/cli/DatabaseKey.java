package org.photoledger.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.photoledger.store.FileKey;

/** Where the key of an encrypted database comes from: a file of the owner's alone, or the terminal. */
final class DatabaseKey {

    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private DatabaseKey() {}

    /** The key that the settings name; null where encryption is off. A passphrase for a new database is asked for twice. */
    static @Nullable FileKey of(Settings.DatabasePart part, boolean fresh) {
        if (!part.encrypted()) {
            return null;
        }
        return part.encryption().equals("prompt") ? asked("Passphrase", fresh) : inFile(Path.of(part.keyFile()));
    }

    /** The first line of a file that nobody else can read. */
    static FileKey inFile(Path file) {
        try {
            requireOwners(file);
            String secret = Files.readString(file).lines().findFirst().orElse("");
            if (secret.isBlank()) {
                throw new UsageException("The key file " + file + " has an empty first line; put the key there.");
            }
            return FileKey.of(secret);
        } catch (IOException e) {
            throw new UsageException("The key file " + file + " cannot be read; check its path and permissions.");
        }
    }

    private static void requireOwners(Path file) throws IOException {
        if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (!OWNERS.containsAll(permissions)) {
            throw new UsageException("The key file " + file + " is open to others ("
                    + PosixFilePermissions.toString(permissions) + "); make it yours alone: chmod 600 " + file);
        }
    }

    /** What is typed on the terminal, twice the same where it is new. */
    static FileKey asked(String what, boolean fresh) {
        String secret = TerminalPassphrase.ask(what + " of the database: ");
        if (secret.isBlank()) {
            throw new UsageException("No passphrase was typed; nothing was done.");
        }
        if (fresh && !secret.equals(TerminalPassphrase.ask("The same again: "))) {
            throw new UsageException("The two passphrases differ; nothing was done.");
        }
        return FileKey.of(secret);
    }
}
