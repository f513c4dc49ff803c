package org.photoledger.verify;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.photoledger.custody.CanonicalJson;
import org.photoledger.custody.LedgerEvent;
import org.photoledger.custody.LedgerLine;
import org.photoledger.store.LedgerStore.Told;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The rows of a table in the order of the lines that tell of them, met with those lines. */
final class ToldRows<E extends LedgerEvent> {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final LongFunction<List<Told<E>>> page;
    private final String keyFrom;
    private final String keyTo;
    private final Mismatches found;
    private final Deque<Told<E>> rows = new ArrayDeque<>();
    private long read;

    /** Lines without a row, by what they tell of; right only if a later line tells of the same. */
    private final Map<String, Long> rowless = new HashMap<>();

    ToldRows(LongFunction<List<Told<E>>> page, String keyFrom, String keyTo, Mismatches found) {
        this.page = page;
        this.keyFrom = keyFrom;
        this.keyTo = keyTo;
        this.found = found;
    }

    void line(LedgerLine line) {
        Told<E> row = next();
        while (row != null && row.line() < line.seq()) {
            tellLineless(rows.remove());
            row = next();
        }
        String key = key(line.payload());
        if (row == null || row.line() > line.seq()) {
            rowless.put(key, line.seq());
            return;
        }
        rowless.remove(key);
        compare(line, CanonicalJson.of(rows.remove().event().payload()));
    }

    void end() {
        for (Told<E> row = next(); row != null; row = next()) {
            tellLineless(rows.remove());
        }
        rowless.values().stream()
                .sorted()
                .forEach(
                        line -> found.add(
                                Mismatch.Check.DATABASE,
                                "Line " + line
                                        + " of the ledger is the last that tells of something, and the database does not have it so."));
    }

    private @Nullable Told<E> next() {
        if (rows.isEmpty()) {
            rows.addAll(page.apply(read));
            read = rows.isEmpty() ? read : rows.getLast().line();
        }
        return rows.peek();
    }

    private void tellLineless(Told<E> row) {
        found.add(
                Mismatch.Check.DATABASE,
                "The database says that line " + row.line() + " of the ledger tells of "
                        + CanonicalJson.of(row.event().payload()) + ", which it does not.");
    }

    /** A string of canonical JSON has no bare quote in it, so the names of members are found as text. */
    private String key(String payload) {
        int from = payload.indexOf(keyFrom);
        int to = payload.indexOf(keyTo, Math.max(0, from));
        return from < 0 || to < 0 ? payload : payload.substring(from, to);
    }

    private void compare(LedgerLine line, String database) {
        if (database.equals(line.payload())) {
            return;
        }
        JsonNode told = MAPPER.readTree(line.payload());
        JsonNode kept = MAPPER.readTree(database);
        List<String> members = kept.propertyNames().stream()
                .filter(name -> !kept.get(name).equals(told.get(name)))
                .map(name -> name + " (" + told.get(name) + " in the ledger, " + kept.get(name) + " in the database)")
                .toList();
        found.add(
                Mismatch.Check.DATABASE,
                "Line " + line.seq() + " of the ledger and the database differ about " + key(line.payload()) + " in "
                        + String.join(" and ", members) + ".");
    }
}
