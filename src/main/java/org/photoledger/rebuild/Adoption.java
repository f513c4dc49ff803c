package org.photoledger.rebuild;

import java.util.HashMap;
import java.util.Map;
import org.photoledger.custody.LedgerEvent;
import org.photoledger.custody.LedgerLine;
import org.photoledger.source.Outcome;
import org.photoledger.source.SourcePath;
import org.photoledger.store.Database;
import org.photoledger.store.LedgerStore;
import tools.jackson.databind.JsonNode;

/** Makes the ledger of a home the ledger of a database that was filled anew: each row gets the line that tells of it last. */
final class Adoption {

    private static final int PAGE = 1_000;

    private final Database database;
    private final LedgerStore store;
    private final Map<LedgerStore.FileKey, Long> files = new HashMap<>();
    private final Map<String, Long> photos = new HashMap<>();

    Adoption(Database database) {
        this.database = database;
        this.store = database.ledger();
    }

    /** In one transaction; may be done again. */
    void adopt(History history) {
        database.inTransaction(() -> {
            store.adopt(history.home(), history.end());
            history.lines(this::line);
            flush();
        });
    }

    private void line(LedgerLine line) {
        switch (line.type()) {
            case LedgerEvent.FileReceived.TYPE -> file(line.seq(), History.payload(line));
            case LedgerEvent.PhotoRecorded.TYPE ->
                photos.put(History.text(History.payload(line), "sha256"), line.seq());
            default -> {
                // no row's line
            }
        }
        if (files.size() + photos.size() >= PAGE) {
            flush();
        }
    }

    /** What was pending when the ledger ended is not any more: its end is owed a line. */
    private void file(long seq, JsonNode payload) {
        LedgerStore.FileKey key = new LedgerStore.FileKey(
                History.text(payload, "source"),
                SourcePath.ofText(History.text(payload, "path")),
                History.text(payload, "member"),
                payload.path("observation").asInt(0));
        boolean pending = History.text(payload, "outcome").equals(Outcome.PENDING.word());
        files.put(key, pending ? -1 : seq);
    }

    private void flush() {
        store.linesOfFiles(files);
        store.linesOfPhotos(photos);
        files.clear();
        photos.clear();
    }
}
