package org.photoledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The steps of a run out of Spring Batch's tables. */
public final class RunStepReader {

    private final JdbcClient client;

    RunStepReader(JdbcClient client) {
        this.client = client;
    }

    /** In the order in which they were begun. */
    public List<RunStep> of(long run) {
        List<Long> launches = new ArrayList<>();
        return client.sql("""
                        select s.job_execution_id, s.step_name, s.status, s.start_time, s.end_time, s.read_count,
                            s.write_count, s.commit_count, s.rollback_count
                        from batch_step_execution s
                        where s.job_execution_id in (select p.job_execution_id from batch_job_execution_params p
                            where p.parameter_name = 'run' and p.parameter_value = :run)
                        order by s.step_execution_id
                        """)
                .param("run", Long.toString(run))
                .query((row, index) -> step(row, launch(launches, row.getLong("job_execution_id"))))
                .list();
    }

    private static int launch(List<Long> launches, long execution) {
        if (!launches.contains(execution)) {
            launches.add(execution);
        }
        return launches.indexOf(execution) + 1;
    }

    private static RunStep step(ResultSet row, int launch) throws SQLException {
        return new RunStep(
                launch,
                row.getString("step_name"),
                row.getString("status"),
                seconds(
                        row.getObject("start_time", LocalDateTime.class),
                        row.getObject("end_time", LocalDateTime.class)),
                row.getLong("read_count"),
                row.getLong("write_count"),
                row.getLong("commit_count"),
                row.getLong("rollback_count"));
    }

    private static @Nullable Double seconds(@Nullable LocalDateTime start, @Nullable LocalDateTime end) {
        return start == null || end == null
                ? null
                : Math.max(0, Duration.between(start, end).toMillis()) / 1000.0;
    }
}
