package org.photoledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The runs of a home. */
public final class RunStore {

    private static final String SELECT = """
            select r.number, r.source_id, s.name as source_name, r.status, r.reason, r.started, r.ended, r.seconds,
                r.executions, r.operator, r.parameters, r.settings_digest, r.accepted_changes, r.software_version, r.walked,
                r.names
            from import_run r join source s on s.id = r.source_id
            """;

    private final JdbcClient client;

    RunStore(JdbcClient client) {
        this.client = client;
    }

    /** A new run with the next number. */
    public Run create(NewRun run) {
        long number = client.sql("select coalesce(max(number), 0) + 1 from import_run")
                .query(Long.class)
                .single();
        client.sql("""
                        insert into import_run (number, source_id, status, started, operator, parameters, settings_digest,
                            software_version)
                        values (:number, :source, 'RUNNING', :started, :operator, :parameters, :digest, :version)
                        """)
                .param("number", number)
                .param("source", run.sourceId())
                .param("started", run.started().atOffset(ZoneOffset.UTC))
                .param("operator", StorableText.of(run.operator()))
                .param("parameters", run.parameters())
                .param("digest", run.settingsDigest())
                .param("version", run.softwareVersion())
                .update();
        return byNumber(number).orElseThrow();
    }

    /** A new run that looks again at the photos which another recorded: each is an unchanged name of it. */
    public Run createRetry(NewRun run, long of) {
        Run created = create(run);
        long recorded = client.sql("select count(*) from source_file where run_id = :of and outcome = 'recorded'")
                .param("of", of)
                .query(Long.class)
                .single();
        client.sql("update import_run set names = :n, unchanged = :n, walked = :n where number = :number")
                .param("n", recorded)
                .param("number", created.number())
                .update();
        return byNumber(created.number()).orElseThrow();
    }

    public Optional<Run> byNumber(long number) {
        return client.sql(SELECT + " where r.number = :number")
                .param("number", number)
                .query(RunStore::run)
                .optional();
    }

    public List<Run> all() {
        return client.sql(SELECT + " order by r.number").query(RunStore::run).list();
    }

    public Optional<Run> last() {
        return client.sql(SELECT + " order by r.number desc fetch first 1 rows only")
                .query(RunStore::run)
                .optional();
    }

    public Optional<Run> lastUnfinished() {
        return client.sql(SELECT + " where r.status <> 'COMPLETE' order by r.number desc fetch first 1 rows only")
                .query(RunStore::run)
                .optional();
    }

    public Optional<Run> lastUnfinishedOf(long sourceId) {
        return client.sql(
                        SELECT
                                + " where r.status <> 'COMPLETE' and r.source_id = :source order by r.number desc fetch first 1 rows only")
                .param("source", sourceId)
                .query(RunStore::run)
                .optional();
    }

    /** The run is launched once more, with the settings in force now. */
    public Run resumed(long number, String settingsDigest, boolean acceptedChanges) {
        client.sql("""
                        update import_run set status = 'RUNNING', reason = null, ended = null, executions = executions + 1,
                            settings_digest = :digest, accepted_changes = (accepted_changes or :accepted)
                        where number = :number
                        """)
                .param("digest", settingsDigest)
                .param("accepted", acceptedChanges)
                .param("number", number)
                .update();
        return byNumber(number).orElseThrow();
    }

    /** The operator let a run go on with what was another before. */
    public void changesAccepted(long number) {
        client.sql("update import_run set accepted_changes = true where number = :number")
                .param("number", number)
                .update();
    }

    /** A launch of the run went on with something that was another before. */
    public void accepted(Run run, AcceptedChange.Kind kind, String was, String became) {
        client.sql("""
                        insert into accepted_change (run_id, launch, kind, was, became)
                        values (:run, :launch, :kind, :was, :became)
                        """)
                .param("run", run.number())
                .param("launch", run.executions())
                .param("kind", kind.name())
                .param("was", was)
                .param("became", became)
                .update();
    }

    /** What a run went on with, in the order of its launches. */
    public List<AcceptedChange> acceptedChanges(long number) {
        return client.sql("""
                        select launch, kind, was, became from accepted_change where run_id = :run order by launch, kind
                        """)
                .param("run", number)
                .query((row, index) -> new AcceptedChange(
                        row.getInt("launch"),
                        AcceptedChange.Kind.valueOf(row.getString("kind")),
                        row.getString("was"),
                        row.getString("became")))
                .list();
    }

    /** A walk reached the end of the source and saw so many names; members of containers are none of them. */
    public void inventoried(long number, long names) {
        client.sql("""
                        update import_run set walked = :walked,
                            names = (select count(*) from source_file where last_seen_run = :number and root_id is null),
                            unchanged = (select count(*) from source_file
                                where last_seen_run = :number and run_id < :number and root_id is null)
                        where number = :number
                        """).param("walked", names).param("number", number).update();
    }

    /** A launch ended after so many seconds. */
    public void ended(long number, String status, @Nullable String reason, Instant ended, double seconds) {
        client.sql("""
                        update import_run set status = :status, reason = :reason, ended = :ended,
                            seconds = seconds + :seconds where number = :number
                        """)
                .param("status", status)
                .param("reason", reason)
                .param("ended", ended.atOffset(ZoneOffset.UTC))
                .param("seconds", seconds)
                .param("number", number)
                .update();
    }

    /** Keeps what a run's last launch ran on and how it ended, as JSON. */
    public void keepFacts(long number, String facts) {
        client.sql("update import_run set facts = :facts where number = :number")
                .param("facts", facts)
                .param("number", number)
                .update();
    }

    /** Of all runs: what was kept is not true of them. */
    public void forgetFacts() {
        client.sql("update import_run set facts = null").update();
    }

    /** What was kept so; empty of a run that never ended by itself, or that an earlier release made. */
    public Optional<String> facts(long number) {
        return client.sql("select facts from import_run where number = :number and facts is not null")
                .param("number", number)
                .query(String.class)
                .optional();
    }

    /** The run of the same source before one. */
    public Optional<Run> before(Run run) {
        return client.sql(
                        SELECT
                                + " where r.source_id = :source and r.number < :number order by r.number desc fetch first 1 rows only")
                .param("source", run.sourceId())
                .param("number", run.number())
                .query(RunStore::run)
                .optional();
    }

    private static Run run(ResultSet row, int index) throws SQLException {
        OffsetDateTime ended = row.getObject("ended", OffsetDateTime.class);
        return new Run(
                row.getLong("number"),
                row.getLong("source_id"),
                row.getString("source_name"),
                row.getString("status"),
                row.getString("reason"),
                row.getObject("started", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getDouble("seconds"),
                row.getInt("executions"),
                row.getString("operator"),
                row.getString("parameters"),
                row.getString("settings_digest"),
                row.getBoolean("accepted_changes"),
                row.getString("software_version"),
                row.getObject("walked", Long.class),
                row.getObject("names", Long.class));
    }
}
