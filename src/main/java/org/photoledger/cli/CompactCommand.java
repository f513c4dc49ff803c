package org.photoledger.cli;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.photoledger.custody.LedgerEvent;
import org.photoledger.job.ExitCode;
import org.photoledger.job.RefusedException;
import org.photoledger.report.PrintableText;
import org.photoledger.store.CompactionException;
import org.photoledger.store.Database;
import org.photoledger.store.FileKey;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code compact}: writes the H2 file anew without its dead space, and encrypts it, decrypts it or gives it another key if asked to. */
@Command(
        name = "compact",
        description = "Write the database file anew: without dead space, and under another key if asked to.")
final class CompactCommand implements Callable<Integer> {

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @ArgGroup
    private Change change = new Change();

    /** What becomes of the encryption; at most one. */
    private static final class Change {

        @Option(
                names = "--new-key-file",
                paramLabel = "FILE",
                description = "Encrypt by the key in this file from now on.")
        private @Nullable Path keyFile;

        @Option(names = "--new-passphrase", description = "Encrypt by a passphrase that is asked for, from now on.")
        private boolean passphrase;

        @Option(names = "--decrypt", description = "Leave the file unencrypted from now on.")
        private boolean decrypt;
    }

    @Override
    public Integer call() {
        Home home = options.home();
        home.requireExisting();
        Settings settings = SettingsLoader.load(home.folder(), options.config()).settings();
        if (settings.database().isServer()) {
            throw new UsageException(
                    "The database is a PostgreSQL server, which has VACUUM for that; nothing was done.");
        }
        FileKey asked = newKey();
        try (Session session = Session.existing(options, "compact")) {
            FileKey key = asked != null || change.decrypt ? asked : session.key();
            long before = session.database().fileUse().bytes();
            compact(session, key);
            long after = session.databaseBytes();
            note(session, key, new LedgerEvent.Compacted(before, after, key != null));
            tell(before, after, key != null, key == null ? List.of() : session.clearCopies());
        }
        return ExitCode.COMPLETE;
    }

    private @Nullable FileKey newKey() {
        if (change.keyFile != null) {
            return DatabaseKey.inFile(change.keyFile);
        }
        return change.passphrase ? DatabaseKey.asked("New passphrase", true) : null;
    }

    private static void compact(Session session, @Nullable FileKey key) {
        try {
            session.database().compact(key);
        } catch (CompactionException e) {
            LoggerFactory.getLogger(CompactCommand.class).error("compact failed", e);
            throw new RefusedException(
                    ExitCode.FAILED,
                    "The database was not written anew: " + e.getMessage()
                            + "; check the home's disk and free space. It is as it was.");
        }
    }

    private static void note(Session session, @Nullable FileKey key, LedgerEvent event) {
        try (Database database = session.reopened(key)) {
            LedgerNote.write(session.home(), database, event);
        }
    }

    private void tell(long before, long after, boolean encrypted, List<Path> clearCopies) {
        if (options.json()) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("bytesBefore", before);
            members.put("bytesAfter", after);
            members.put("encrypted", encrypted);
            members.put("clearCopies", clearCopies.stream().map(Path::toString).toList());
            new JsonLines().print("compact", members);
            new JsonLines().end(ExitCode.COMPLETE);
            return;
        }
        System.out.println("The database was " + before + " bytes and is " + after + ", "
                + (encrypted ? "encrypted." : "not encrypted."));
        next();
        if (!clearCopies.isEmpty()) {
            System.out.println("Earlier copies can still be read without a key; remove or encrypt them: "
                    + PrintableText.of(clearCopies.stream().map(Path::toString).collect(joining(", "))));
        }
    }

    private void next() {
        String encryption = change.decrypt ? "off" : change.passphrase ? "prompt" : "key-file";
        if (change.decrypt || change.passphrase) {
            System.out.println("Now set photoledger.database.encryption: " + encryption
                    + " in HOME/application.yml, and leave key-file empty.");
        } else if (change.keyFile != null) {
            System.out.println("Now set photoledger.database.encryption: key-file and photoledger.database.key-file: "
                    + change.keyFile.toAbsolutePath().normalize() + " in HOME/application.yml.");
        }
    }
}
