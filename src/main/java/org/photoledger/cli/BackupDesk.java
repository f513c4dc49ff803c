package org.photoledger.cli;

import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.photoledger.backup.Backup;
import org.photoledger.backup.BackupFile;
import org.photoledger.cli.BackupRequest.Answer;
import org.photoledger.custody.LedgerDamagedException;
import org.photoledger.custody.LedgerEvent;
import org.photoledger.job.ExitCode;
import org.slf4j.LoggerFactory;

/** Makes backups of a session's home: for the command that holds it, and between two chunks of a run for those that ask it. */
final class BackupDesk {

    private final Session session;

    BackupDesk(Session session) {
        this.session = session;
    }

    /** Serves what was asked since the last chunk; a backup that fails is the asking command's failure, not the run's. */
    void serve(Consumer<LedgerEvent> ledger) {
        for (BackupRequest request : BackupRequest.posted(session.home())) {
            try {
                request.answer(answer(request.target(), ledger));
            } catch (UncheckedIOException e) {
                // the command takes over when the run has ended
                LoggerFactory.getLogger(BackupDesk.class).warn("a request for a backup cannot be answered", e);
            }
        }
    }

    private Answer answer(Path target, Consumer<LedgerEvent> ledger) {
        try {
            Backup backup = make(target);
            ledger.accept(event(backup));
            return Answer.of(backup);
        } catch (UsageException e) {
            return Answer.refused(ExitCode.USAGE, e.getMessage());
        } catch (LedgerDamagedException e) {
            return Answer.refused(ExitCode.BOOKS_DO_NOT_CLOSE, e.getMessage());
        }
    }

    static LedgerEvent event(Backup backup) {
        return new LedgerEvent.BackedUp(backup.ledger().seq(), backup.bytes(), backup.sha256());
    }

    /** A file that cannot be written is a UsageException. */
    Backup make(Path target) {
        requireAbsent(target);
        SourcesUntouched.require(session.database(), target, "The backup");
        try {
            return new BackupFile(
                            session.home().folder(), session.database().copy(), Clock.systemUTC(), Version.number())
                    .write(target);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof FileAlreadyExistsException) {
                throw exists(target);
            }
            LoggerFactory.getLogger(BackupDesk.class).error("the backup cannot be written", e);
            throw new UsageException("The backup cannot be written to " + target
                    + "; check the folder, its permissions and free space. Nothing is left of it.");
        }
    }

    static void requireAbsent(Path target) {
        if (Files.exists(target)) {
            throw exists(target);
        }
    }

    private static UsageException exists(Path target) {
        return new UsageException("The file " + target + " is there already; name one that is not.");
    }
}
