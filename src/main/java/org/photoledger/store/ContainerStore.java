package org.photoledger.store;

import java.nio.ByteBuffer;
import java.sql.Types;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.photoledger.digest.Sha256;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Containers and their members, while a run opens them. */
public final class ContainerStore {

    private static final String SELECT = """
            select f.id, f.source_id, coalesce(f.root_id, f.id) as root, f.member_place, f.path_bytes, f.observation,
                f.size, f.modified, f.sha256, f.media_type, f.outcome
            from source_file f
            """;

    /** Bytes that came of a member: the size of what was locked or not readable is only what its container states. */
    private static final String CAME = "case when sha256 is null"
            + " and reason in ('ENCRYPTED', 'CONTAINER_UNSUPPORTED', 'NOT_READABLE') then 0 else size end";

    private final JdbcClient client;

    ContainerStore(JdbcClient client) {
        this.client = client;
    }

    /** The next files of the source that wait to be opened for a run, or in which a member waits, after an id, in id order. */
    public List<StoredContainer> waiting(long run, long after, int limit) {
        return client.sql(SELECT + """
                        where f.id in (
                            select distinct coalesce(root_id, id) as root from source_file
                            where run_id = :run and outcome = 'pending' and (root_id is not null or media_type is not null)
                                and coalesce(root_id, id) > :after
                            order by root fetch first :limit rows only)
                        order by f.id
                        """)
                .param("run", run)
                .param("after", after)
                .param("limit", limit)
                .query(StoredContainer::of)
                .list();
    }

    public StoredContainer byId(long id) {
        return client.sql(SELECT + " where f.id = :id")
                .param("id", id)
                .query(StoredContainer::of)
                .single();
    }

    /** The members of a container that are registered already, by their number in it. */
    public Map<Integer, StoredMember> membersOf(long container) {
        Map<Integer, StoredMember> members = new HashMap<>();
        client.sql("select id, " + CAME + " as came, outcome, members, member_place from source_file"
                        + " where container_id = :container")
                .param("container", container)
                .query((row, index) -> members.put(
                        lastOf(row.getBytes("member_place")),
                        new StoredMember(
                                row.getLong("id"),
                                row.getLong("came"),
                                row.getString("outcome").equals("pending"),
                                row.getLong("members") > 0)))
                .list();
        return members;
    }

    private static int lastOf(byte[] place) {
        return ByteBuffer.wrap(place).getInt(place.length - Integer.BYTES);
    }

    /** How many members stand in a container, at any depth, and their bytes. */
    public record Within(long members, long bytes) {}

    public Within within(StoredContainer root, byte[] place) {
        byte[] behind = ByteBuffer.allocate(place.length).put(place).array();
        ByteBuffer.wrap(behind).putInt(place.length - Integer.BYTES, lastOf(place) + 1);
        return client.sql("select count(*) as members, coalesce(sum(" + CAME + "), 0) as bytes from source_file " + """
                        where root_id = :root and member_place > :place and member_place < :behind
                        """)
                .param("root", root.id())
                .param("place", new SqlParameterValue(Types.VARBINARY, place))
                .param("behind", new SqlParameterValue(Types.VARBINARY, behind))
                .query((row, index) -> new Within(row.getLong("members"), row.getLong("bytes")))
                .single();
    }

    /** What is pending in a file of the source, each with its container, and all containers on the way to them. */
    public record Pending(Map<Long, Long> members, Set<Long> containers) {}

    public Pending pendingIn(long root) {
        Map<Long, Long> containerOf = new HashMap<>();
        client.sql("select id, container_id from source_file where root_id = :root and outcome = 'pending'")
                .param("root", root)
                .query((row, index) -> containerOf.put(row.getLong("id"), row.getLong("container_id")))
                .list();
        Set<Long> containers = new HashSet<>();
        Set<Long> above = new HashSet<>(containerOf.values());
        while (!above.isEmpty()) {
            containers.addAll(above);
            above = new HashSet<>(
                    client.sql("select container_id from source_file where id in (:ids) and container_id is not null")
                            .param("ids", above)
                            .query(Long.class)
                            .list());
        }
        return new Pending(containerOf, containers);
    }

    /** Registers a member as pending; it has the observation of its container. */
    public long register(Run run, NewMember member) {
        StoredContainer container = member.container();
        byte[] place = container.placeOf(member.index());
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        client.sql("""
                        insert into source_file (source_id, run_id, last_seen_run, last_seen_launch, path, path_bytes, path_key,
                            observation, size, modified, outcome, container_id, root_id, member_place, derived_by)
                        values (:source, :run, :run, :launch, :path, :bytes, :key, :observation, :size, :modified, 'pending',
                            :container, :root, :place, :derived)
                        """)
                .param("source", container.sourceId())
                .param("run", run.number())
                .param("launch", run.executions())
                .param("path", StorableText.of(member.path().text()))
                .param(
                        "bytes",
                        new SqlParameterValue(Types.VARBINARY, member.path().bytes()))
                .param("key", key(member.path().bytes(), place).hex())
                .param("observation", container.observation())
                .param("size", member.size())
                .param("modified", SourceFileStore.timestamp(NameRegister.millis(member.modified())))
                .param("container", container.id())
                .param("root", container.rootId())
                .param("place", new SqlParameterValue(Types.VARBINARY, place))
                .param("derived", new SqlParameterValue(Types.VARCHAR, StorableText.orNull(member.derivedBy())))
                .update(id, "id");
        return java.util.Objects.requireNonNull(id.getKey()).longValue();
    }

    /** A container may have two members of one name. */
    static Sha256 key(byte[] path, byte[] place) {
        byte[] both = ByteBuffer.allocate(path.length + 1 + place.length)
                .put(path)
                .put((byte) 0)
                .put(place)
                .array();
        return Sha256.of(both);
    }

    /** A container told so many members, as far as it could be opened; an earlier launch may have come further. */
    public void opened(long container, long members) {
        client.sql("""
                        update source_file set members =
                            greatest(:members, (select count(*) from source_file m where m.container_id = :id))
                        where id = :id
                        """).param("members", members).param("id", container).update();
    }

    /** A file that cannot be opened any more keeps the members that an earlier launch registered. */
    public void notOpened(long container) {
        if (!membersOf(container).isEmpty()) {
            opened(container, 0);
        }
    }

    /** How many members the containers told that a run saw or opened. */
    public long told(Run run) {
        return client.sql("""
                        select coalesce(sum(members), 0) from source_file
                        where source_id = :source and last_seen_run = :run
                        """)
                .param("source", run.sourceId())
                .param("run", run.number())
                .query(Long.class)
                .single();
    }
}
