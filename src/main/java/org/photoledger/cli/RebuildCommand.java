package org.photoledger.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.photoledger.job.ExitCode;
import org.photoledger.job.RefusedException;
import org.photoledger.job.RunEnd;
import org.photoledger.job.RunStatus;
import org.photoledger.job.StopRequest;
import org.photoledger.rebuild.RebuildRefusedException;
import org.photoledger.rebuild.Rebuilding;
import org.photoledger.report.PrintableText;
import org.photoledger.store.DraftDatabase;
import org.photoledger.store.LedgerStore;
import org.photoledger.verify.Mismatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rebuild}: a new database from the ledger and the originals, put in place only where the two agree. */
@Command(name = "rebuild", description = "Make the database anew from the ledger and the originals.")
final class RebuildCommand implements Callable<Integer> {

    private static final int MOST_MISSING = 20;

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Worker processes (default: photoledger.workers.count).")
    private @Nullable Integer workers;

    @Option(
            names = "--password-file",
            paramLabel = "F",
            description = "The passwords that the imports were given, one to a line.")
    private @Nullable Path passwordFile;

    @Override
    public Integer call() {
        RunOptions.requireWorkers(workers);
        List<String> passwords = passwordFile == null ? List.of() : PasswordFile.read(passwordFile);
        DraftDatabase draft = Session.draft(options);
        try (Session session = Session.of(draft, options, "rebuild")) {
            requireEmpty(session, draft);
            return rebuild(session, draft, passwords);
        }
    }

    /** On a server the database in force is the one to be filled. */
    private static void requireEmpty(Session session, DraftDatabase draft) {
        boolean begun = Files.exists(Rebuilding.draft(session.home().folder()));
        if (!draft.beside() && !begun && !session.database().runs().all().isEmpty()) {
            throw new UsageException(
                    "The database " + session.settings().database().url()
                            + " holds a collection; name an empty one in photoledger.database.url, then rebuild.");
        }
    }

    private int rebuild(Session session, DraftDatabase draft, List<String> passwords) {
        try {
            Rebuilding rebuilding = new Rebuilding(session.database(), ImportSettingsOf.session(session, workers));
            requireOriginals(rebuilding.missing());
            return rebuild(session, draft, rebuilding, passwords);
        } catch (RebuildRefusedException e) {
            discardUnlessBegun(session, draft);
            throw new UsageException(String.valueOf(e.getMessage()));
        } catch (RefusedException e) {
            discardUnlessBegun(session, draft);
            throw e;
        }
    }

    private static void discardUnlessBegun(Session session, DraftDatabase draft) {
        if (!Files.exists(Rebuilding.draft(session.home().folder()))) {
            session.database().close();
            draft.discard();
        }
    }

    private static void requireOriginals(List<String> missing) {
        missing.stream()
                .limit(MOST_MISSING)
                .forEach(path -> System.err.println("photoledger: not there as it was: " + PrintableText.of(path)));
        if (!missing.isEmpty()) {
            throw new RefusedException(
                    ExitCode.NOT_FOUND,
                    missing.size()
                            + " originals are not where they were, or have another length; put them back, then rebuild.");
        }
    }

    private int rebuild(Session session, DraftDatabase draft, Rebuilding rebuilding, List<String> passwords) {
        StopRequest stop = new StopRequest();
        RunTeller teller = new RunTeller(options, RunOptions.ProgressStyle.PLAIN, session);
        RunLog log = new RunLog(System::nanoTime);
        Signals.install(new Stopping(stop, options.command("rebuild")), new LateEnd(session.database(), teller, log));
        Optional<RunEnd> end = rebuilding.replay(passwords, stop, teller.with(log));
        if (end.isPresent() && end.get().status() != RunStatus.COMPLETE) {
            System.err.println("photoledger: run " + end.get().run() + " is not rebuilt yet"
                    + (end.get().detail() == null
                            ? ""
                            : ": " + PrintableText.of(end.get().detail()))
                    + "; go on with photoledger rebuild");
            return ended(end.get().exitCode());
        }
        List<Mismatch> mismatches = rebuilding.adopt(Clock.systemUTC());
        return mismatches.isEmpty() ? place(session, draft, rebuilding) : differs(session, draft, mismatches);
    }

    private int place(Session session, DraftDatabase draft, Rebuilding rebuilding) {
        LedgerStore.Held held = session.database().ledger().held();
        LedgerStore.Named ledger = session.database().ledger().named().orElseThrow();
        rebuilding.placeLedger();
        session.database().close();
        Optional<Path> kept = draft.place();
        Rebuilding.clear(session.home().folder());
        if (options.json()) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("exitCode", ExitCode.COMPLETE);
            members.put("runs", held.runs());
            members.put("files", held.files());
            members.put("photos", held.photos());
            members.put("ledgerLine", ledger.head().seq());
            members.put("ledgerHash", ledger.head().hash());
            kept.ifPresent(path -> members.put("kept", path.toString()));
            new JsonLines().print("end", members);
            return ExitCode.COMPLETE;
        }
        System.out.println("Rebuilt " + held.runs() + " runs, " + held.files() + " files and " + held.photos()
                + " photos; each is as the ledger tells.");
        kept.ifPresent(path -> System.out.println("The database before is kept as " + path + "."));
        System.out.println("The ledger ends with line " + ledger.head().seq() + ", hash "
                + ledger.head().hash() + ".");
        return ExitCode.COMPLETE;
    }

    private int differs(Session session, DraftDatabase draft, List<Mismatch> mismatches) {
        mismatches.forEach(this::print);
        session.database().close();
        draft.discard();
        Rebuilding.clear(session.home().folder());
        System.err.println(
                "photoledger: what the originals give is not what the ledger tells; the database and the ledger are as they were.");
        return ended(ExitCode.BOOKS_DO_NOT_CLOSE);
    }

    private int ended(int exitCode) {
        if (options.json()) {
            new JsonLines().end(exitCode);
        }
        return exitCode;
    }

    private void print(Mismatch mismatch) {
        if (options.json()) {
            String check = mismatch.check().name().toLowerCase(Locale.ROOT);
            new JsonLines().print("mismatch", Map.of("check", check, "message", mismatch.sentence()));
        } else {
            System.out.println(PrintableText.of(mismatch.sentence()));
        }
    }
}
