package org.photoledger.rebuild;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.photoledger.custody.LedgerEvent;
import org.photoledger.custody.LedgerFile;
import org.photoledger.export.Exporter;
import org.photoledger.job.Custodian;
import org.photoledger.job.ImportSettings;
import org.photoledger.job.Replay;
import org.photoledger.job.RunEnd;
import org.photoledger.job.RunEvents;
import org.photoledger.job.RunStatus;
import org.photoledger.job.StopRequest;
import org.photoledger.job.ToldRun;
import org.photoledger.store.Database;
import org.photoledger.store.LedgerStore;
import org.photoledger.verify.Mismatch;
import org.photoledger.verify.Verification;

/**
 * Fills a new database by running again what the ledger of a home tells, and compares the two line by line. Every step may be
 * done again, so a rebuild that was killed goes on where it was. The caller holds the home's lock and puts the database in place.
 */
public final class Rebuilding {

    private static final int MOST = 20;

    private final Database database;
    private final ImportSettings settings;
    private final Path ledger;
    private final History history;

    /**
     * For a database that is new, or one that an earlier rebuild began.
     *
     * @param settings of the home; reports and ledger of the runs that are done again lie in its folder {@code rebuild}
     */
    public Rebuilding(Database database, ImportSettings settings) {
        this.database = database;
        this.ledger = LedgerFile.in(settings.home());
        this.settings = settings.at(draft(settings.home()));
        if (!Files.exists(ledger)) {
            throw new RebuildRefusedException(
                    "There is no ledger " + ledger + " to rebuild from; restore a backup, or import the sources anew.");
        }
        this.history = History.read(ledger);
        history.requireSame("photoledger " + settings.softwareVersion(), settings.settingsDigest());
    }

    /** Where a rebuild keeps what is not in place yet. */
    public static Path draft(Path home) {
        return home.resolve("rebuild");
    }

    /** Originals that are not where they were, as SOURCE/path: without them there is no rebuilding. */
    public List<String> missing() {
        return history.missing();
    }

    /** Runs again what the database has not complete yet; the end of the last run that was done. Empty where no run is told. */
    public Optional<RunEnd> replay(List<String> passwords, StopRequest stop, RunEvents events) {
        makeFolder();
        Replay replay = new Replay(database, settings, stop, events);
        List<ToldRun> runs = history.runs();
        Set<Long> reopened = runs.stream().map(ToldRun::reopened).collect(Collectors.toSet());
        RunEnd end = null;
        for (ToldRun run : runs) {
            // what a later run opened with its passwords, this one could not
            end = replay.replay(run, reopened.contains(run.number()) ? List.of() : passwords);
            if (end.status() != RunStatus.COMPLETE) {
                return Optional.of(end);
            }
        }
        return Optional.ofNullable(end);
    }

    private void makeFolder() {
        try {
            Files.createDirectories(settings.reports());
            Files.createDirectories(settings.spool());
            Files.createDirectories(adopted());
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of the rebuild cannot be made", e);
        }
    }

    private Path adopted() {
        return settings.home().resolve("adopted");
    }

    /** What is off between the ledger and the database that was filled from it; the ledger's lines for what it had not yet are written. */
    public List<Mismatch> adopt(Clock clock) {
        new Adoption(database).adopt(history);
        List<Mismatch> untold = untold();
        if (!untold.isEmpty()) {
            return untold;
        }
        // they tell of the processes that did the runs again, and of the ledger of those
        database.runs().forgetFacts();
        copyLedger();
        try (Custodian custodian = Custodian.existing(adopted(), database, clock, settings.softwareVersion())
                .orElseThrow()) {
            history.runs().stream().filter(run -> run.ended() == null).forEach(run -> finish(custodian, run));
            LedgerStore.Held held = database.ledger().held();
            custodian.recordAlone(new LedgerEvent.Rebuilt(held.runs(), held.files(), held.photos()));
        }
        return new Verification(database, LedgerFile.in(adopted()))
                .verify(false)
                .mismatches();
    }

    private List<Mismatch> untold() {
        List<Mismatch> untold = new ArrayList<>();
        history.runs().stream()
                .filter(run -> run.ended() != null)
                .flatMap(run -> database.ledger().untoldFilesOf(run.number(), MOST).stream())
                .map(path -> new Mismatch(
                        Mismatch.Check.DATABASE,
                        "The originals hold " + path + ", of which no line of the ledger tells."))
                .forEach(untold::add);
        return untold;
    }

    private void finish(Custodian custodian, ToldRun told) {
        database.runs()
                .byNumber(told.number())
                .map(run -> database.sourceFiles().counts(run.number(), run.sourceId()))
                .ifPresent(counts -> custodian.recordAlone(
                        new LedgerEvent.RunFinished(told.number(), counts.byName(), new Exporter(database).digests())));
    }

    private void copyLedger() {
        try {
            Files.copy(ledger, LedgerFile.in(adopted()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger cannot be copied", e);
        }
    }

    /** Puts the ledger in place with what was added; it begins with all that it was before. */
    public void placeLedger() {
        try {
            Files.move(LedgerFile.in(adopted()), ledger, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger cannot be put in place", e);
        }
    }

    /** Removes what a rebuild kept while it was at work. */
    public static void clear(Path home) {
        Path folder = draft(home);
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of the rebuild cannot be removed", e);
        }
    }
}
