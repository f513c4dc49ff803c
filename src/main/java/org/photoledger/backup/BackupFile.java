package org.photoledger.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.photoledger.custody.LedgerCopy;
import org.photoledger.custody.LedgerFile;
import org.photoledger.custody.LedgerHead;
import org.photoledger.digest.Sha256;
import org.photoledger.store.DatabaseCopy;
import org.photoledger.store.LedgerStore.Named;

/**
 * Writes a backup: one zip of the database's file, the ledger up to the line that this database names, and a manifest. It is
 * written beside its place, mode 0600, synced and moved there, so that a file of that name is always whole.
 */
public final class BackupFile {

    static final String MANIFEST = "manifest.json";

    private static final String DATABASE = "photoledger.mv.db";
    private static final String LEDGER = "ledger.jsonl";
    private static final int VERSION = 1;

    private final Path home;
    private final DatabaseCopy database;
    private final Clock clock;
    private final String tool;

    /** The caller sees to it that nobody writes to the database meanwhile. */
    public BackupFile(Path home, DatabaseCopy database, Clock clock, String version) {
        this.home = home;
        this.database = database;
        this.clock = clock;
        this.tool = "photoledger " + version;
    }

    /**
     * Writes the file; nothing is left of it where that fails. Throws an UncheckedIOException where it cannot be written or is there
     * already, and LedgerDamagedException where the ledger has not the line that the database names.
     */
    public Backup write(Path target) {
        Path draft = beside(target, ".part");
        Path copy = beside(target, ".part.database");
        try {
            requireAbsent(target);
            create(draft);
            create(copy);
            database.writeTo(copy);
            Optional<Named> named = database.named();
            Sha256 digest = fill(draft, copy, named);
            long bytes = Files.size(draft);
            moveInPlace(draft, target);
            return new Backup(target, named.map(Named::head).orElse(LedgerHead.NONE), bytes, digest.hex());
        } catch (IOException e) {
            throw new UncheckedIOException("the backup cannot be written", e);
        } finally {
            discard(draft);
            discard(copy);
        }
    }

    private static Path beside(Path target, String ending) {
        return target.resolveSibling(target.getFileName() + ending);
    }

    private static void requireAbsent(Path target) throws IOException {
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
    }

    /** What an earlier try left is thrown away. */
    private static void create(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // the next backup of that name tries again; what is told is why this one failed
        }
    }

    private Sha256 fill(Path draft, Path copy, Optional<Named> named) throws IOException {
        try (BackupZip zip = new BackupZip(draft)) {
            zip.add(DATABASE, out -> unzip(copy, out));
            if (named.isPresent()) {
                LedgerHead last = named.get().head();
                zip.add(LEDGER, out -> LedgerCopy.write(LedgerFile.in(home), last, out));
            }
            return zip.finish(facts(named));
        }
    }

    private static void unzip(Path copy, OutputStream out) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new BufferedInputStream(Files.newInputStream(copy)))) {
            if (in.getNextEntry() == null) {
                throw new NoSuchFileException(copy.toString());
            }
            in.transferTo(out);
        }
    }

    private Map<String, Object> facts(Optional<Named> named) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("v", VERSION);
        facts.put("type", "photoledger.backup");
        facts.put("made", clock.instant().toString());
        facts.put("tool", tool);
        facts.put("schema", database.schemaVersion());
        named.ifPresent(last -> {
            facts.put("home", last.home());
            facts.put("ledgerLine", last.head().seq());
            facts.put("ledgerHash", last.head().hash());
        });
        return facts;
    }

    private static void moveInPlace(Path draft, Path target) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        requireAbsent(target);
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(target.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
