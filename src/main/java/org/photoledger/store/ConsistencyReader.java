package org.photoledger.store;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.photoledger.source.SourcePath;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the tables for rows that cannot be, and for the originals behind them. */
public final class ConsistencyReader {

    private static final String PHOTOLESS = " where not exists (select 1 from photo p where p.sha256 = ";

    /** What holds in every home; a database's own constraints may have been taken away. */
    public enum Rule {
        ONE_RECORDED(
                true,
                "Of the files with one digest exactly one is recorded, here it is another number",
                "select sha256 from source_file where outcome in ('recorded', 'duplicate') group by sha256"
                        + " having sum(case when outcome = 'recorded' then 1 else 0 end) <> 1"),
        NONE_PENDING(
                true,
                "A file is still pending, though all runs are complete",
                "select path from source_file where outcome = 'pending'"),
        DIGEST_KNOWN(
                false,
                "A file was read and has no digest",
                "select path from source_file where sha256 is null and outcome in ('recorded', 'duplicate', 'container')"),
        PHOTO_OF_FILE(
                false,
                "A file has no photo record",
                "select f.path from source_file f" + PHOTOLESS
                        + "f.sha256) and f.outcome in ('recorded', 'duplicate')"),
        FILE_OF_PHOTO(
                false,
                "A photo stands in no file",
                "select sha256 from photo where not exists"
                        + " (select 1 from source_file f where f.sha256 = photo.sha256 and f.outcome in ('recorded', 'duplicate'))"),
        SAME_SIZE(
                false,
                "A file has another size than its photo",
                "select f.path from source_file f join photo p on p.sha256 = f.sha256 where f.size <> p.bytes"
                        + " and f.outcome in ('recorded', 'duplicate')"),
        RUN_OF_FILE(
                false,
                "A file is of no run",
                "select path from source_file f where not exists (select 1 from import_run r where r.number = f.run_id)"),
        CONTAINER_OF_MEMBER(
                false,
                "A member stands in no container",
                "select path from source_file f where f.container_id is not null"
                        + " and not exists (select 1 from source_file c where c.id = f.container_id)"),
        PHOTO_OF_METADATA(
                false,
                "Metadata are of no photo, of the id",
                "select distinct cast(m.photo_id as varchar(20)) from metadata_value m"
                        + " where not exists (select 1 from photo p where p.id = m.photo_id)"),
        PHOTOS_OF_PAIR(
                false,
                "A pair is of a photo that is not recorded",
                "select sha256_a from near_duplicate" + PHOTOLESS + "near_duplicate.sha256_a)"
                        + " union select sha256_b from near_duplicate" + PHOTOLESS + "near_duplicate.sha256_b)"),
        PHOTO_OF_CLUSTER(
                false,
                "A cluster has a member that is not recorded",
                "select sha256 from cluster_member" + PHOTOLESS + "cluster_member.sha256)");

        private final boolean ofCompleteRuns;
        private final String sentence;
        private final String sql;

        Rule(boolean ofCompleteRuns, String sentence, String sql) {
            this.ofCompleteRuns = ofCompleteRuns;
            this.sentence = sentence;
            this.sql = sql;
        }

        /** Whether it holds only once all runs are complete. */
        public boolean ofCompleteRuns() {
            return ofCompleteRuns;
        }

        public String sentence() {
            return sentence;
        }
    }

    private final JdbcClient client;

    ConsistencyReader(JdbcClient client) {
        this.client = client;
    }

    /** Names of rows that break a rule; the first so many. */
    public List<String> violations(Rule rule, int most) {
        return client.sql(rule.sql + " fetch first " + most + " rows only")
                .query(String.class)
                .list();
    }

    /**
     * A file of a source as it was received last.
     *
     * @param gone whether a run noted that it is not there any more
     * @param members how many files stand in it directly
     */
    public record Original(
            long id, String source, Path root, SourcePath path, String sha256, boolean gone, long members) {}

    /** Files of the sources that were read, after an id, in id order; of each name the newest observation. */
    public List<Original> originals(long after, int limit) {
        return client.sql("""
                        select f.id, s.name, s.root_uri, f.path_bytes, f.sha256, coalesce(f.members, 0) as members,
                            exists (select 1 from absence a where a.source_file_id = f.id and a.until_run is null) as gone
                        from source_file f join source s on s.id = f.source_id
                        where f.id > :after and f.root_id is null and f.sha256 is not null
                            and not exists (select 1 from source_file n where n.source_id = f.source_id
                                and n.path_key = f.path_key and n.observation > f.observation)
                        order by f.id fetch first :limit rows only
                        """)
                .param("after", after)
                .param("limit", limit)
                .query((row, index) -> new Original(
                        row.getLong("id"),
                        row.getString("name"),
                        Path.of(URI.create("file://" + row.getString("root_uri"))),
                        SourcePath.ofBytes(row.getBytes("path_bytes")),
                        row.getString("sha256"),
                        row.getBoolean("gone"),
                        row.getLong("members")))
                .list();
    }
}
