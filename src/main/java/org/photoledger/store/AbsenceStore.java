package org.photoledger.store;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.photoledger.source.SourcePath;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Names that a source had: when they went away, when they came back, and where their bytes are now. */
public final class AbsenceStore {

    /** Not seen by the run, and not away already. A folder that could not be listed was never a name. */
    private static final String NEWLY_GONE = """
            from source_file f
            where f.source_id = :source and f.last_seen_run < :run and f.root_id is null
                and (f.reason is null or f.reason <> 'DIRECTORY_NOT_READABLE')
                and not exists (select 1 from source_file n
                    where n.source_id = f.source_id and n.path_key = f.path_key and n.observation > f.observation)
                and not exists (select 1 from absence a where a.source_file_id = f.id and a.until_run is null)
            """;

    /** Of absence a of file f, the files n under whose name the run found the same bytes, if there are any; as in the view {@code v_moved}. */
    private static final String SAME_BYTES = """
            from source_file n
            where n.sha256 = f.sha256 and f.size > 0 and n.source_id = f.source_id and n.path_key <> f.path_key
                and (n.run_id = a.from_run
                    or exists (select 1 from absence b where b.source_file_id = n.id and b.until_run = a.from_run))
            """;

    private final JdbcTemplate template;
    private final JdbcClient client;

    AbsenceStore(JdbcTemplate template, JdbcClient client) {
        this.template = template;
        this.client = client;
    }

    /**
     * Notes what the walk of a run's launch met again and, where it was a walk of the whole source, what it did not meet.
     * What lies below a folder that it could not look into is neither. Idempotent.
     */
    public void note(Run run, boolean whole) {
        close(run);
        if (whole) {
            Set<SourcePath> unseen = unseen(run);
            if (unseen.isEmpty()) {
                open(run);
            } else {
                openOutside(run, unseen);
            }
        }
    }

    private void close(Run run) {
        client.sql("""
                        update absence set until_run = :run
                        where until_run is null and exists (
                            select 1 from source_file f
                                join source_file n on n.source_id = f.source_id and n.path_key = f.path_key
                            where f.id = absence.source_file_id and f.source_id = :source and n.last_seen_run = :run)
                        """)
                .param("run", run.number())
                .param("source", run.sourceId())
                .update();
    }

    private void open(Run run) {
        client.sql("insert into absence (source_file_id, from_run) select f.id, :run " + NEWLY_GONE)
                .param("run", run.number())
                .param("source", run.sourceId())
                .update();
    }

    private void openOutside(Run run, Set<SourcePath> unseen) {
        List<Object[]> gone = client
                .sql("select f.id, f.path_bytes " + NEWLY_GONE)
                .param("run", run.number())
                .param("source", run.sourceId())
                .query((row, index) -> new KnownPath(row.getLong("id"), row.getBytes("path_bytes")))
                .list()
                .stream()
                .filter(name -> !name.below(unseen))
                .map(name -> new Object[] {name.id(), run.number()})
                .toList();
        template.batchUpdate("insert into absence (source_file_id, from_run) values (?, ?)", gone);
    }

    /** Folders that the launch's walk could not list, and names of which it could not tell whether they are folders. */
    private Set<SourcePath> unseen(Run run) {
        return new HashSet<>(client.sql("""
                        select path_bytes from source_file
                        where source_id = :source and last_seen_run = :run and last_seen_launch = :launch
                            and reason in ('DIRECTORY_NOT_READABLE', 'NOT_READABLE')
                        """)
                .param("source", run.sourceId())
                .param("run", run.number())
                .param("launch", run.executions())
                .query((row, index) -> SourcePath.ofBytes(row.getBytes("path_bytes")))
                .list());
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record KnownPath(long id, byte[] path) {

        boolean below(Set<SourcePath> folders) {
            boolean below = folders.contains(SourcePath.ofBytes(new byte[0]));
            for (int at = 0; at < path.length && !below; at++) {
                below = path[at] == '/' && folders.contains(SourcePath.ofBytes(Arrays.copyOf(path, at)));
            }
            return below;
        }
    }

    /** What a run's walk told of names that were known before. */
    public ChangeCounts counts(long run) {
        return client.sql("select (select count(*) from absence where from_run = :run) as gone,"
                        + " (select count(*) from absence a join source_file f on f.id = a.source_file_id"
                        + " where a.from_run = :run and exists (select 1 " + SAME_BYTES + ")) as moved,"
                        + " (select count(*) from absence where until_run = :run) as back_again,"
                        + " (select count(*) from source_file where run_id = :run and observation > 1 and root_id is null) as changed"
                        + " from import_run where number = :run")
                .param("run", run)
                .query((row, index) -> new ChangeCounts(
                        row.getLong("gone"), row.getLong("moved"), row.getLong("back_again"), row.getLong("changed")))
                .single();
    }

    /** The names that a run did not meet any more, in byte order; the first so many. */
    public List<GoneName> gone(long run, int most) {
        return client.sql("select f.path, (select min(n.path) " + SAME_BYTES + ") as now_at"
                        + " from absence a join source_file f on f.id = a.source_file_id"
                        + " where a.from_run = :run order by f.path_bytes fetch first :most rows only")
                .param("run", run)
                .param("most", most)
                .query((row, index) -> new GoneName(row.getString("path"), row.getString("now_at")))
                .list();
    }

    /** The times during which a listed file's name was away, in order; those of an observation that was the newest then. */
    public List<Absence> of(FileRow file) {
        return client.sql("select from_run, until_run from absence where source_file_id = :id order by from_run")
                .param("id", file.id())
                .query((row, index) -> new Absence(
                        row.getLong("from_run"),
                        row.getObject("until_run", Long.class),
                        movedTo(file.id(), row.getLong("from_run"))))
                .list();
    }

    private List<String> movedTo(long file, long run) {
        return client.sql("select distinct now_at from v_moved where id = :file and run = :run order by now_at")
                .param("file", file)
                .param("run", run)
                .query(String.class)
                .list();
    }
}
