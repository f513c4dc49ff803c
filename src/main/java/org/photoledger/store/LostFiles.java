package org.photoledger.store;

import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.photoledger.source.Outcome;
import org.photoledger.source.Reason;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which files that a run left {@code quarantined} or {@code unreadable} are meant; null means any.
 *
 * @param outcome quarantined or unreadable
 * @param mediaType as it is recorded, {@code image/jpeg}
 */
public record LostFiles(
        @Nullable Outcome outcome,
        @Nullable Reason reason,
        @Nullable String mediaType) {

    /** What nobody had the password of. */
    public static final LostFiles ENCRYPTED = new LostFiles(Outcome.QUARANTINED, Reason.ENCRYPTED, null);

    /** A folder is listed by an import alone; what changed or is gone since is another matter than this loss. */
    private static final String IDS = """
            select f.id from source_file f
            where f.run_id = :of and f.outcome in ('quarantined', 'unreadable') and f.reason <> 'DIRECTORY_NOT_READABLE'
                and (:outcome is null or f.outcome = :outcome) and (:reason is null or f.reason = :reason)
                and (:type is null or f.media_type = :type)
                and not exists (select 1 from source_file n where n.source_id = f.source_id and n.path_key = f.path_key
                    and n.observation > f.observation)
                and not exists (select 1 from absence a where a.source_file_id = coalesce(f.root_id, f.id)
                    and a.until_run is null)
            order by f.id
            """;

    List<Long> ids(JdbcClient client, long of) {
        return client.sql(IDS)
                .param("of", of)
                .param("outcome", varchar(outcome == null ? null : outcome.word()))
                .param("reason", varchar(reason == null ? null : reason.name()))
                .param("type", varchar(mediaType))
                .query(Long.class)
                .list();
    }

    private static SqlParameterValue varchar(@Nullable String value) {
        return new SqlParameterValue(Types.VARCHAR, value);
    }
}
