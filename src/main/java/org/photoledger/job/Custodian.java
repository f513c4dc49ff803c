package org.photoledger.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.photoledger.custody.LedgerEvent;
import org.photoledger.custody.LedgerFile;
import org.photoledger.custody.LedgerHead;
import org.photoledger.custody.LedgerStamp;
import org.photoledger.store.Database;
import org.photoledger.store.LedgerStore;
import org.photoledger.store.LedgerStore.Told;

/**
 * Keeps the home's ledger beside its database: what a transaction receives or does is on disk in the ledger before the
 * transaction commits, and the transaction names the ledger's last line. A line of a transaction that did not commit is
 * declared void by the next that is written.
 */
public final class Custodian implements AutoCloseable {

    /** Lines that are written at once, more than a chunk has. */
    private static final int PAGE = 1_000;

    private final Database database;
    private final LedgerStore store;
    private final LedgerFile file;
    private final Clock clock;
    private final String tool;
    private final @Nullable String settings;

    private Custodian(Database database, LedgerFile file, Clock clock, String version, @Nullable String settings) {
        this.database = database;
        this.store = database.ledger();
        this.file = file;
        this.clock = clock;
        this.tool = "photoledger " + version;
        this.settings = settings;
    }

    /**
     * Opens a home's ledger for a run, or begins it; throws LedgerDamagedException where it is not what the database knows.
     *
     * @param acceptOlder goes on though the ledger tells of more than the database holds
     */
    static Custodian of(ImportSettings settings, Database database, Clock clock, boolean acceptOlder) {
        Path path = LedgerFile.in(settings.home());
        Optional<LedgerStore.Named> named = database.ledger().named();
        LedgerFile file = named.map(last -> LedgerFile.open(path, last.head(), acceptOlder))
                .orElseGet(() -> LedgerFile.create(path));
        Custodian custodian =
                new Custodian(database, file, clock, settings.softwareVersion(), settings.settingsDigest());
        if (named.isEmpty()) {
            database.inTransaction(custodian::begin);
        }
        return custodian;
    }

    /** Opens the ledger of a home for another verb than one that runs the job; empty where there is none. */
    public static Optional<Custodian> existing(Path home, Database database, Clock clock, String version) {
        Path path = LedgerFile.in(home);
        return database.ledger()
                .named()
                .filter(named -> Files.exists(path))
                .map(named ->
                        new Custodian(database, LedgerFile.open(path, named.head(), false), clock, version, null));
    }

    private void begin() {
        String home = UUID.randomUUID().toString();
        store.begin(home, file.append(stamp(), List.of(store.begun(home))));
    }

    /** Writes events, and what the caller's transaction owes the ledger, before that commits. */
    void record(LedgerEvent... events) {
        List<LedgerEvent> lines = new ArrayList<>(Arrays.asList(events));
        // one time for all lines of a transaction: so a reader can tell those of several
        LedgerStamp stamp = stamp();
        while (page(stamp, lines)) {
            lines.clear();
        }
    }

    /** Writes an event of its own. */
    public void recordAlone(LedgerEvent event) {
        database.inTransaction(() -> record(event));
    }

    /** True where more may be owed. */
    private boolean page(LedgerStamp stamp, List<LedgerEvent> lines) {
        List<Told<LedgerEvent.PhotoRecorded>> photos = store.owedPhotos(PAGE);
        List<Told<LedgerEvent.FileReceived>> files = store.owedFiles(PAGE);
        photos.forEach(photo -> lines.add(photo.event()));
        files.forEach(received -> lines.add(received.event()));
        if (lines.isEmpty()) {
            return false;
        }
        resume(lines);
        LedgerHead head = file.append(stamp, lines);
        long line = head.seq() - photos.size() - files.size() + 1;
        store.photosTold(numbered(photos, line));
        store.filesTold(numbered(files, line + photos.size()));
        store.name(head);
        return photos.size() == PAGE || files.size() == PAGE;
    }

    /** Lines that the database does not name were never committed: their chunk was rolled back, or its process died. */
    private void resume(List<LedgerEvent> lines) {
        LedgerHead named = store.named().orElseThrow().head();
        long cut = file.takeCutBytes();
        if (cut > 0 || named.seq() != file.end().seq()) {
            lines.add(0, new LedgerEvent.Resumed(named.seq(), cut));
        }
    }

    private static Map<Long, Long> numbered(List<? extends Told<?>> rows, long first) {
        Map<Long, Long> lines = new HashMap<>();
        for (int at = 0; at < rows.size(); at++) {
            lines.put(rows.get(at).id(), first + at);
        }
        return lines;
    }

    private LedgerStamp stamp() {
        return new LedgerStamp(clock.instant(), System.getProperty("user.name", "unknown"), tool, settings);
    }

    /** The ledger's last line. */
    public LedgerHead end() {
        return file.end();
    }

    @Override
    public void close() {
        file.close();
    }
}
