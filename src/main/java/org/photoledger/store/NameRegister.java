package org.photoledger.store;

import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.photoledger.source.Outcome;
import org.photoledger.source.Reason;
import org.photoledger.source.ScannedName;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decides for each scanned name whether it is unchanged, taken up, or seen already by this run; a few statements per chunk. */
final class NameRegister {

    private final JdbcTemplate template;
    private final JdbcClient client;

    NameRegister(JdbcTemplate template, JdbcClient client) {
        this.template = template;
        this.client = client;
    }

    InventoryResult take(Run run, List<ScannedName> names) {
        Map<String, Latest> known = latest(run.sourceId(), names);
        Writes writes = new Writes(run);
        for (ScannedName name : names) {
            writes.add(name, known.get(name.path().key().hex()));
        }
        writes.flush();
        return new InventoryResult(writes.unchanged, names.size() - writes.unchanged);
    }

    private Map<String, Latest> latest(long sourceId, List<ScannedName> names) {
        Map<String, Latest> latest = new HashMap<>();
        List<String> keys =
                names.stream().map(name -> name.path().key().hex()).distinct().toList();
        client.sql("""
                        select path_key, id, run_id, observation, size, modified, outcome, reason from source_file
                        where source_id = :source and path_key in (:keys) order by observation
                        """)
                .param("source", sourceId)
                .param("keys", keys)
                .query((row, index) -> latest.put(
                        row.getString("path_key"),
                        new Latest(
                                row.getLong("id"),
                                row.getLong("run_id"),
                                row.getInt("observation"),
                                row.getLong("size"),
                                SourceFileStore.instant(row, "modified"),
                                row.getString("outcome").equals("pending"),
                                isOpenLoss(row.getString("outcome"), row.getString("reason")))))
                .list();
        return latest;
    }

    /** The newest observation of a name. */
    private record Latest(
            long id,
            long run,
            int observation,
            long size,
            @Nullable Instant modified,
            boolean pending,
            boolean openLoss) {

        /** A file that could not be read is not left at that: the next run tries it again, though it looks unchanged. */
        boolean same(ScannedName name) {
            return !openLoss && size == name.size() && Objects.equals(modified, millis(name.modified()));
        }
    }

    private static boolean isOpenLoss(String outcome, @Nullable String reason) {
        return outcome.equals(Outcome.UNREADABLE.word())
                || Reason.TOO_LARGE.name().equals(reason);
    }

    static @Nullable Instant millis(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The statements of one chunk. */
    private final class Writes {

        private final Run run;
        private final List<Object[]> inserts = new ArrayList<>();
        private final List<Object[]> seen = new ArrayList<>();
        private final List<Object[]> taken = new ArrayList<>();
        private long unchanged;

        Writes(Run run) {
            this.run = run;
        }

        void add(ScannedName name, @Nullable Latest latest) {
            boolean mine = latest != null && latest.run == run.number();
            if (latest == null || (!mine && !latest.pending && !latest.same(name))) {
                insert(name, latest == null ? 1 : latest.observation + 1);
            } else if (latest.pending) {
                taken.add(new Object[] {
                    run.number(),
                    run.number(),
                    run.executions(),
                    name.size(),
                    SourceFileStore.timestamp(millis(name.modified())),
                    latest.id
                });
            } else {
                seen.add(new Object[] {run.number(), run.executions(), latest.id});
                unchanged += mine ? 0 : 1;
            }
        }

        private void insert(ScannedName name, int observation) {
            Reason reason = name.reason() == null && name.size() == 0 ? Reason.EMPTY : name.reason();
            inserts.add(new Object[] {
                run.sourceId(),
                run.number(),
                run.number(),
                run.executions(),
                StorableText.of(name.path().text()),
                new SqlParameterValue(Types.VARBINARY, name.path().bytes()),
                name.path().key().hex(),
                observation,
                name.size(),
                SourceFileStore.timestamp(millis(name.modified())),
                outcome(reason).word(),
                reason == null ? null : reason.name()
            });
        }

        void flush() {
            template.batchUpdate("""
                    insert into source_file (source_id, run_id, last_seen_run, last_seen_launch, path, path_bytes, path_key,
                        observation, size, modified, outcome, reason)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """, inserts);
            template.batchUpdate("update source_file set last_seen_run = ?, last_seen_launch = ? where id = ?", seen);
            template.batchUpdate("""
                    update source_file set run_id = ?, last_seen_run = ?, last_seen_launch = ?, size = ?, modified = ?
                    where id = ?
                    """, taken);
        }
    }

    private static Outcome outcome(@Nullable Reason reason) {
        if (reason == null) {
            return Outcome.PENDING;
        }
        boolean unreadable = reason == Reason.DIRECTORY_NOT_READABLE || reason == Reason.NOT_READABLE;
        return unreadable ? Outcome.UNREADABLE : Outcome.IGNORED;
    }
}
