package org.photoledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The books of runs: those of a complete run as they were closed, those of any other counted from the table of source
 * files. Whenever they are told, names are unchanged + found.
 */
final class RunBooks {

    private final JdbcClient client;

    RunBooks(JdbcClient client) {
        this.client = client;
    }

    RunCounts counts(long run, long sourceId) {
        return closed(run).orElseGet(() -> open(run, sourceId));
    }

    private Optional<RunCounts> closed(long run) {
        return client.sql("""
                        select names, unchanged, found, recorded, duplicate, container, ignored, unreadable, quarantined,
                            0 as pending
                        from import_run where number = :run and status = 'COMPLETE' and found is not null
                        """)
                .param("run", run)
                .query((row, index) -> counts(row, row.getLong("names"), row.getLong("unchanged")))
                .optional();
    }

    private RunCounts open(long run, long sourceId) {
        return client.sql("""
                        select count(*) as found,
                            coalesce(sum(case outcome when 'recorded' then 1 end), 0) as recorded,
                            coalesce(sum(case outcome when 'duplicate' then 1 end), 0) as duplicate,
                            coalesce(sum(case outcome when 'container' then 1 end), 0) as container,
                            coalesce(sum(case outcome when 'ignored' then 1 end), 0) as ignored,
                            coalesce(sum(case outcome when 'unreadable' then 1 end), 0) as unreadable,
                            coalesce(sum(case outcome when 'quarantined' then 1 end), 0) as quarantined,
                            coalesce(sum(case outcome when 'pending' then 1 end), 0) as pending,
                            (select names from import_run where number = :run) as walked_names,
                            (select unchanged from import_run where number = :run) as walked_unchanged,
                            (select count(*) from source_file
                                where source_id = :source and last_seen_run = :run and root_id is not null) as members,
                            (select count(*) from source_file
                                where source_id = :source and last_seen_run = :run and root_id is not null and run_id < :run) as carried_members,
                            (select count(*) from source_file
                                where source_id = :source and last_seen_run = :run) as seen_names,
                            (select count(*) from source_file
                                where source_id = :source and last_seen_run = :run and run_id < :run) as seen_unchanged
                        from source_file where run_id = :run
                        """)
                .param("run", run)
                .param("source", sourceId)
                .query((row, index) -> open(row))
                .single();
    }

    /** A walk that was stopped may have found more than the last whole walk knew of; then the tables tell the names. */
    private static RunCounts open(ResultSet row) throws SQLException {
        Long walked = row.getObject("walked_names", Long.class);
        long names = (walked == null ? 0 : walked) + row.getLong("members");
        long unchanged = row.getLong("walked_unchanged") + row.getLong("carried_members");
        return walked != null && names == unchanged + row.getLong("found")
                ? counts(row, names, unchanged)
                : counts(row, row.getLong("seen_names"), row.getLong("seen_unchanged"));
    }

    private static RunCounts counts(ResultSet row, long names, long unchanged) throws SQLException {
        return new RunCounts(
                names,
                unchanged,
                row.getLong("found"),
                row.getLong("recorded"),
                row.getLong("duplicate"),
                row.getLong("container"),
                row.getLong("ignored"),
                row.getLong("unreadable"),
                row.getLong("quarantined"),
                row.getLong("pending"));
    }

    void close(long run, RunCounts counts) {
        client.sql("""
                        update import_run set names = :names, unchanged = :unchanged, found = :found,
                            recorded = :recorded, duplicate = :duplicate, container = :container, ignored = :ignored,
                            unreadable = :unreadable, quarantined = :quarantined
                        where number = :run
                        """)
                .param("names", counts.names())
                .param("unchanged", counts.unchanged())
                .param("found", counts.found())
                .param("recorded", counts.recorded())
                .param("duplicate", counts.duplicate())
                .param("container", counts.container())
                .param("ignored", counts.ignored())
                .param("unreadable", counts.unreadable())
                .param("quarantined", counts.quarantined())
                .param("run", run)
                .update();
    }
}
