package org.photoledger.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.photoledger.backup.Backup;
import org.photoledger.cli.BackupRequest.Answer;
import org.photoledger.custody.LedgerDamagedException;
import org.photoledger.job.ExitCode;
import org.photoledger.job.RefusedException;
import org.photoledger.report.PrintableText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code backup FILE}: database and ledger of one moment as one file, taken by the run that holds the home where one is at work. */
@Command(
        name = "backup",
        description = "Copy the database and the ledger into one file; a run that is at work goes on.")
final class BackupCommand implements Callable<Integer> {

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "FILE", description = "The zip to write; it must not be there yet.")
    private Path file = Path.of(".");

    @Override
    public Integer call() {
        Home home = options.home();
        home.requireExisting();
        Path target = file.toAbsolutePath().normalize();
        BackupDesk.requireAbsent(target);
        requireFile(SettingsLoader.load(home.folder(), options.config()).settings());
        Optional<Answer> served = new RunAsked(home, options.quiet()).backup(target);
        tell(target, served.isPresent() ? served.get() : alone(target));
        return ExitCode.COMPLETE;
    }

    private static void requireFile(Settings settings) {
        if (settings.database().isServer()) {
            throw new UsageException(
                    "The database is a PostgreSQL server: when no run is at work, copy it with pg_dump,"
                            + " and HOME/ledger.jsonl with it. Nothing was written.");
        }
    }

    private Answer alone(Path target) {
        try (Session session = Session.existing(options, "backup")) {
            Backup backup = new BackupDesk(session).make(target);
            LedgerNote.write(session, BackupDesk.event(backup));
            return Answer.of(backup);
        } catch (LedgerDamagedException e) {
            throw new RefusedException(ExitCode.BOOKS_DO_NOT_CLOSE, String.valueOf(e.getMessage()));
        }
    }

    private void tell(Path target, Answer answer) {
        if (answer.exitCode() != ExitCode.COMPLETE) {
            throw new RefusedException(answer.exitCode(), answer.message());
        }
        if (options.json()) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("file", target.toString());
            members.put("bytes", answer.bytes());
            members.put("sha256", answer.sha256());
            members.put("ledgerLine", answer.ledgerLine());
            members.put("ledgerHash", answer.ledgerHash());
            new JsonLines().print("backup", members);
            new JsonLines().end(ExitCode.COMPLETE);
            return;
        }
        System.out.println("Backup: " + PrintableText.of(target.toString()) + ", " + answer.bytes() + " bytes, SHA-256 "
                + answer.sha256());
        System.out.println("It holds the ledger up to line " + answer.ledgerLine() + ", hash " + answer.ledgerHash());
    }
}
