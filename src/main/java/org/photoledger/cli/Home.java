package org.photoledger.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.photoledger.job.ExitCode;
import org.photoledger.job.RefusedException;
import org.slf4j.LoggerFactory;

/** The folder that holds a collection: database, spool, reports, lock. Mode 0700, never inside a source. */
record Home(Path folder) {

    /** What every folder of a home is made with: nobody else may look into it. */
    static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private static final String MODE = "unix:mode";
    private static final int OWNERS = 0700;
    private static final int OTHERS = 0077;
    private static final int STICKY = 01000;

    /** The option's folder, else PHOTOLEDGER_HOME, else the XDG data folder. */
    static Home of(@Nullable Path option, Map<String, String> environment) {
        if (option != null) {
            return new Home(option.toAbsolutePath().normalize());
        }
        String named = environment.get("PHOTOLEDGER_HOME");
        if (named != null && !named.isEmpty()) {
            return new Home(Path.of(named).toAbsolutePath().normalize());
        }
        String data = environment.get("XDG_DATA_HOME");
        Path base = data != null && !data.isEmpty()
                ? Path.of(data)
                : Path.of(environment.getOrDefault("HOME", "."), ".local", "share");
        return new Home(base.resolve("photoledger").toAbsolutePath().normalize());
    }

    void create() {
        Path parent = folder.getParent();
        if (parent == null) {
            throw new UsageException("The home cannot be " + folder + " itself; choose a folder with --home.");
        }
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(parent);
                Files.createDirectory(folder, OWNER_ONLY);
            }
            Files.createDirectories(requests(), OWNER_ONLY);
            Files.createDirectories(folder.resolve("spool"), OWNER_ONLY);
            Files.createDirectories(folder.resolve("reports"), OWNER_ONLY);
        } catch (FileAlreadyExistsException e) {
            throw new UsageException("The home " + folder + " is not a folder; choose another with --home.");
        } catch (IOException e) {
            throw new UsageException("The home " + folder
                    + " cannot be made or written; check its permissions or choose another with --home.");
        }
    }

    /**
     * Takes everybody else's rights to the folder away, and notes it in the log, once it holds a collection. One that is shared by design (sticky, as
     * /tmp) stays as it is, and so does one whose rights are not ours to change: doctor tells of both.
     */
    void keepToOwner() {
        int mode = mode();
        if ((mode & OTHERS) != 0 && (mode & STICKY) == 0 && holdsCollection()) {
            try {
                Files.setAttribute(folder, MODE, mode & OWNERS);
                LoggerFactory.getLogger(Home.class).warn("the home was open to others; it is its owner's alone now");
            } catch (IOException e) {
                LoggerFactory.getLogger(Home.class).warn("the home is open to others", e);
            }
        }
    }

    /** What other commands ask of the run that holds the home. */
    Path requests() {
        return folder.resolve("requests");
    }

    private boolean holdsCollection() {
        return Files.exists(folder.resolve("photoledger.mv.db")) || Files.exists(folder.resolve("ledger.jsonl"));
    }

    boolean openToOthers() {
        return (mode() & OTHERS) != 0;
    }

    /** 0 where nobody tells. */
    private int mode() {
        try {
            return (int) Files.getAttribute(folder, MODE);
        } catch (IOException e) {
            return 0;
        }
    }

    void requireExisting() {
        if (!Files.isDirectory(folder)) {
            throw new RefusedException(
                    ExitCode.NOT_FOUND,
                    "There is no home at " + folder + "; run an import first, or name it with --home.");
        }
    }

    /** Real path of the deepest part that exists, with the rest appended: comparable with a source's real path. */
    Path real() {
        Path existing = folder;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            return existing == null ? folder : existing.toRealPath().resolve(existing.relativize(folder));
        } catch (IOException e) {
            return folder;
        }
    }
}
