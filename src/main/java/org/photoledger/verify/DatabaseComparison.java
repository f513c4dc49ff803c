package org.photoledger.verify;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.photoledger.custody.CanonicalJson;
import org.photoledger.custody.LedgerChain;
import org.photoledger.custody.LedgerEvent;
import org.photoledger.custody.LedgerLine;
import org.photoledger.custody.Uncommitted;
import org.photoledger.store.Database;
import org.photoledger.store.LedgerStore;
import org.photoledger.store.Run;
import org.photoledger.store.RunCounts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Compares the database with what the lines of a whole ledger tell, line by line and row by row. */
final class DatabaseComparison {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final int FILES = 5_000;
    private static final int PHOTOS = 200;

    private final Database database;
    private final LedgerStore.Named named;
    private final LedgerChain chain;
    private final Mismatches found;
    private final ToldRows<LedgerEvent.FileReceived> files;
    private final ToldRows<LedgerEvent.PhotoRecorded> photos;
    private final ToldTables tables;
    private final Set<Long> finished = new HashSet<>();
    private long runsBefore;
    private final Uncommitted behind = new Uncommitted();

    DatabaseComparison(Database database, LedgerStore.Named named, LedgerChain chain, Mismatches found) {
        this.database = database;
        this.named = named;
        this.chain = chain;
        this.found = found;
        this.tables = new ToldTables(database, found);
        LedgerStore store = database.ledger();
        this.files = new ToldRows<>(line -> store.filesAfter(line, FILES), "\"source\":", ",\"sha256\":", found);
        this.photos = new ToldRows<>(line -> store.photosAfter(line, PHOTOS), "\"sha256\":", ",\"record\":", found);
    }

    void read(Path file) {
        LedgerChain.read(file, named.head(), this::line);
        if (behind.committed()) {
            found.add(
                    Mismatch.Check.DATABASE,
                    "The database is older than the ledger, which goes on after line "
                            + named.head().seq()
                            + " with what was committed: it was put back from an earlier time, or its file was cut; photoledger rebuild makes it anew.");
        }
        files.end();
        photos.end();
        untold();
        unfinished();
        tables.compare();
    }

    private void line(LedgerLine line) {
        if (line.seq() > named.head().seq()) {
            behind.line(line);
            return;
        }
        if (chain.isVoid(line.seq())) {
            return;
        }
        if (line.seq() == 1) {
            begun(line);
        }
        switch (line.type()) {
            case LedgerEvent.FileReceived.TYPE -> files.line(line);
            case LedgerEvent.PhotoRecorded.TYPE -> photos.line(line);
            case LedgerEvent.RunFinished.TYPE -> finished(line);
            default -> {
                // of what happened, not of what the database holds now; or of a later release
            }
        }
    }

    private void begun(LedgerLine line) {
        JsonNode begun = MAPPER.readTree(line.payload());
        if (!named.home().equals(begun.path("home").asString(""))) {
            found.add(Mismatch.Check.LEDGER, "The ledger and the database are of two homes: their ids differ.");
        }
        runsBefore = begun.path("runs").asLong(0);
        LedgerStore.Before before = database.ledger().before();
        long most = begun.path("sourceFiles").asLong(0);
        if (before.files() > most || before.photos() > begun.path("photos").asLong(0)) {
            found.add(
                    Mismatch.Check.DATABASE,
                    "The database has " + before.files() + " files and " + before.photos()
                            + " photos from before the ledger, which found fewer when it began.");
        }
    }

    private void finished(LedgerLine line) {
        JsonNode payload = MAPPER.readTree(line.payload());
        long number = payload.path("run").asLong(0);
        finished.add(number);
        tables.finished(line.seq(), payload.path("tables"));
        boolean equal = database.runs()
                .byNumber(number)
                .map(run -> CanonicalJson.of(counts(run).byName()))
                .filter(counts -> MAPPER.readTree(counts).equals(payload.path("counts")))
                .isPresent();
        if (!equal) {
            found.add(
                    Mismatch.Check.DATABASE,
                    "Line " + line.seq() + " of the ledger has other books of run " + number + " than the database.");
        }
    }

    private RunCounts counts(Run run) {
        return database.sourceFiles().counts(run.number(), run.sourceId());
    }

    private void untold() {
        database.ledger()
                .untoldFiles(Mismatches.MOST)
                .forEach(path -> found.add(
                        Mismatch.Check.DATABASE,
                        "The database has " + path + ", and no line of the ledger tells of it."));
        database.ledger()
                .untoldPhotos(Mismatches.MOST)
                .forEach(photo -> found.add(
                        Mismatch.Check.DATABASE,
                        "The database has the photo " + photo + ", and no line of the ledger tells of it."));
    }

    private void unfinished() {
        database.runs().all().stream()
                .filter(run -> run.status().equals("COMPLETE") && run.number() > runsBefore)
                .filter(run -> !finished.contains(run.number()))
                .forEach(run -> found.add(
                        Mismatch.Check.DATABASE,
                        "Run " + run.number() + " is complete in the database, and no line of the ledger says so."));
    }
}
