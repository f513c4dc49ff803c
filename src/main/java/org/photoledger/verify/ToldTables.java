package org.photoledger.verify;

import java.util.Map;
import org.photoledger.export.Exporter;
import org.photoledger.store.Database;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What the ledger says of the export's tables: their digests when the last run was complete. It covers what no line tells row by row: pairs, clusters,
 * identifiers, and which of equal files is the duplicate.
 */
final class ToldTables {

    private final Database database;
    private final Mismatches found;
    private JsonNode digests = MissingNode.getInstance();
    private long line;

    ToldTables(Database database, Mismatches found) {
        this.database = database;
        this.found = found;
    }

    /** A line says so of a run that is complete; lines of earlier releases do not. */
    void finished(long seq, JsonNode told) {
        line = seq;
        digests = told;
    }

    /** Nothing is compared while a run is unfinished: it changes the tables. */
    void compare() {
        if (!digests.isObject() || database.runs().lastUnfinished().isPresent()) {
            return;
        }
        Map<String, String> now = new Exporter(database).digests();
        now.forEach((table, digest) -> {
            if (!digest.equals(digests.path(table).asString(digest))) {
                found.add(
                        Mismatch.Check.DATABASE,
                        "The table " + table + " of the export is not what it was when line " + line
                                + " of the ledger told that the last run was complete.");
            }
        });
    }
}
