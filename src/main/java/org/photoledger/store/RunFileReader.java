package org.photoledger.store;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files of runs for reports: every one with its outcome, counts of them, and what differs between two runs. */
public final class RunFileReader {

    private static final int FETCHED_AT_ONCE = 1_000;

    private static final String BOTH = """
             from source_file a join source_file b on b.source_id = :source and b.path_key = a.path_key
            where a.run_id = :one and b.run_id = :other
            """;

    private final JdbcClient client;

    RunFileReader(JdbcClient client) {
        this.client = client;
    }

    /** Every file that a run took up, in byte order of paths, members in the order of their container; one after another. */
    public void each(long run, Consumer<FileRow> files) {
        client.sql(SourceFileStore.SELECT_ROW
                        + " where f.run_id = :run order by f.path_bytes, f.member_place, f.observation")
                .withFetchSize(FETCHED_AT_ONCE)
                .param("run", run)
                .query((RowCallbackHandler) row -> files.accept(SourceFileStore.fileRow(row, 0)));
    }

    /** Files of a run by outcome and reason, as the table has them now. */
    public List<OutcomeCount> outcomes(long run) {
        return client.sql("""
                        select outcome, reason, count(*) as files, coalesce(sum(size), 0) as bytes from source_file
                        where run_id = :run group by outcome, reason order by outcome, reason
                        """)
                .param("run", run)
                .query((row, index) -> new OutcomeCount(
                        row.getString("outcome"), row.getString("reason"), row.getLong("files"), row.getLong("bytes")))
                .list();
    }

    /** Paths that both runs took up and that ended otherwise, or with other bytes, in the second; in byte order. */
    public List<ChangedOutcome> changed(Run one, Run other) {
        return client.sql("""
                        select a.path, a.outcome as was, a.reason as was_reason, b.outcome as became,
                            b.reason as became_reason,
                            case when coalesce(a.sha256, '') = coalesce(b.sha256, '') then 0 else 1 end as other_bytes
                        """ + BOTH + """
                         and (a.outcome <> b.outcome or coalesce(a.reason, '') <> coalesce(b.reason, '')
                            or coalesce(a.sha256, '') <> coalesce(b.sha256, ''))
                        order by a.path_bytes, a.observation, b.observation
                        """)
                .param("one", one.number())
                .param("other", other.number())
                .param("source", other.sourceId())
                .query((row, index) -> new ChangedOutcome(
                        row.getString("path"),
                        row.getString("was"),
                        row.getString("was_reason"),
                        row.getString("became"),
                        row.getString("became_reason"),
                        row.getInt("other_bytes") == 1))
                .list();
    }

    /** Paths that both runs took up. */
    public long inBoth(Run one, Run other) {
        return client.sql("select count(distinct a.path_key)" + BOTH)
                .param("one", one.number())
                .param("other", other.number())
                .param("source", other.sourceId())
                .query(Long.class)
                .single();
    }
}
