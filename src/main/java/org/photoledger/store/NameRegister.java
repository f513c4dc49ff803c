package org.photoledger.store;

import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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

    InventoryResult take(Run run, long fileBytes, List<ScannedName> names) {
        Map<String, Latest> known = latest(run.sourceId(), names);
        Writes writes = new Writes(run, fileBytes);
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
        // joined and not asked for with IN: of an index's second column H2 compares each row of the first with the
        // whole list
        client.sql("""
                        select f.path_key, f.id, f.run_id, f.observation, f.size, f.modified, f.outcome, f.reason,
                            f.media_type, f.members
                        from (values %s) k(path_key)
                            join source_file f on f.source_id = ? and f.path_key = k.path_key
                        order by f.observation
                        """.formatted(String.join(", ", Collections.nCopies(keys.size(), "(cast(? as char(64)))"))))
                .params(Stream.concat(keys.stream(), Stream.of(sourceId)).toArray())
                .query((row, index) -> latest.put(
                        row.getString("path_key"),
                        new Latest(
                                row.getLong("id"),
                                row.getLong("run_id"),
                                row.getInt("observation"),
                                row.getLong("size"),
                                SourceFileStore.instant(row, "modified"),
                                Outcome.ofWord(row.getString("outcome")),
                                row.getString("reason"),
                                row.getString("media_type") != null,
                                row.getLong("members"))))
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
            Outcome outcome,
            @Nullable String reason,
            boolean typed,
            long members) {

        /** Waits to be opened, or is being opened: it is what it was when it was digested, until that shows otherwise. */
        boolean toBeOpened() {
            return outcome == Outcome.PENDING && typed;
        }

        boolean same(ScannedName name) {
            return size == name.size() && Objects.equals(modified, millis(name.modified()));
        }

        /** Lost for a cause that may be gone: it is tried again in its place, though it looks unchanged. */
        boolean openLoss(long fileBytes) {
            return outcome == Outcome.UNREADABLE || (Reason.TOO_LARGE.name().equals(reason) && size <= fileBytes);
        }
    }

    static @Nullable Instant millis(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The statements of one chunk. */
    private final class Writes {

        private final Run run;
        private final long fileBytes;
        private final List<Object[]> inserts = new ArrayList<>();
        private final List<Object[]> seen = new ArrayList<>();
        private final List<Object[]> carried = new ArrayList<>();
        private final List<Object[]> taken = new ArrayList<>();
        private final List<Object[]> nowSmallEnough = new ArrayList<>();
        private final List<Object[]> reopened = new ArrayList<>();
        private long unchanged;

        Writes(Run run, long fileBytes) {
            this.run = run;
            this.fileBytes = fileBytes;
        }

        void add(ScannedName name, @Nullable Latest latest) {
            if (latest == null) {
                insert(name, 1);
            } else if (latest.outcome == Outcome.PENDING && !latest.toBeOpened()) {
                take(name, latest);
            } else if (latest.run == run.number()) {
                see(latest);
            } else if (!latest.same(name)) {
                insert(name, latest.observation + 1);
            } else if (latest.openLoss(fileBytes)) {
                take(name, latest);
            } else {
                see(latest);
                unchanged++;
            }
        }

        private void see(Latest latest) {
            seen.add(new Object[] {run.number(), run.executions(), latest.id});
            carry(latest);
        }

        /** A container carries its members, but for those that were too large and are not any more. */
        private void carry(Latest latest) {
            if (latest.members > 0) {
                carried.add(new Object[] {run.number(), run.executions(), latest.id});
                nowSmallEnough.add(new Object[] {run.number(), latest.id, run.number(), fileBytes});
            }
        }

        private void take(ScannedName name, Latest latest) {
            Reason reason = name.reason();
            carry(latest);
            if (latest.members > 0 && outcome(reason) == Outcome.PENDING) {
                reopened.add(new Object[] {run.number(), latest.id});
            }
            taken.add(new Object[] {
                run.number(),
                run.number(),
                run.executions(),
                name.size(),
                SourceFileStore.timestamp(millis(name.modified())),
                outcome(reason).word(),
                reason == null ? null : reason.name(),
                outcome(reason).word(),
                latest.id
            });
        }

        private void insert(ScannedName name, int observation) {
            Reason reason = name.reason();
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
                reason == null ? null : reason.name(),
                // nothing is received yet of a file that waits to be read
                new SqlParameterValue(Types.BIGINT, reason == null ? null : -1L)
            });
        }

        void flush() {
            template.batchUpdate("""
                    insert into source_file (source_id, run_id, last_seen_run, last_seen_launch, path, path_bytes, path_key,
                        observation, size, modified, outcome, reason, ledger_line)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """, inserts);
            template.batchUpdate("update source_file set last_seen_run = ?, last_seen_launch = ? where id = ?", seen);
            template.batchUpdate(
                    "update source_file set last_seen_run = ?, last_seen_launch = ? where root_id = ?", carried);
            template.batchUpdate("""
                    update source_file set run_id = ?, outcome = 'pending', reason = null, ledger_line = -1
                    where root_id = ? and run_id <> ? and outcome = 'quarantined' and reason = 'TOO_LARGE' and size <= ?
                    """, nowSmallEnough);
            // what was found of a file belongs to the outcome that it has no more
            template.batchUpdate("delete from finding where source_file_id = ?", ids(taken));
            template.batchUpdate("""
                    update source_file set run_id = ?, last_seen_run = ?, last_seen_launch = ?, size = ?, modified = ?,
                        outcome = ?, reason = ?, media_type = null, sha256 = null,
                        ledger_line = case when ledger_line is null and ? = 'pending' then null else -1 end
                    where id = ?
                    """, taken);
            // members that were lost with their container: it may give them now
            template.batchUpdate("""
                    delete from finding where source_file_id in
                        (select id from source_file where root_id = ? and outcome = 'unreadable')
                    """, ids(reopened));
            template.batchUpdate("""
                    update source_file set run_id = ?, outcome = 'pending', reason = null,
                        ledger_line = case when ledger_line is null then null else -1 end
                    where root_id = ? and outcome = 'unreadable'
                    """, reopened);
        }

        /** What stands last in each. */
        private static List<Object[]> ids(List<Object[]> writes) {
            return writes.stream()
                    .map(values -> new Object[] {values[values.length - 1]})
                    .toList();
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
