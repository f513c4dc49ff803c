package org.photoledger.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a run's report counts beyond its outcomes; everything from the tables. */
public final class ReportReader {

    /** Photos of one camera body among those that a run took up. */
    public record Camera(
            @Nullable String make,
            @Nullable String model,
            @Nullable String serialNumber,
            long photos,
            @Nullable String first,
            @Nullable String last) {}

    private static final String PHOTOS_OF_RUN =
            " p.sha256 in (select f.sha256 from source_file f where f.run_id = :run and f.outcome in ('recorded', 'duplicate'))";

    private final JdbcClient client;

    ReportReader(JdbcClient client) {
        this.client = client;
    }

    public List<Camera> cameras(long run) {
        return client.sql(
                        "select p.make, p.model, p.serial_number, count(*) as photos, min(p.capture_time_local) as first_time,"
                                + " max(p.capture_time_local) as last_time from photo p where" + PHOTOS_OF_RUN
                                + " group by p.make, p.model, p.serial_number order by count(*) desc, p.make, p.model, p.serial_number")
                .param("run", run)
                .query((row, index) -> new Camera(
                        row.getString("make"),
                        row.getString("model"),
                        row.getString("serial_number"),
                        row.getLong("photos"),
                        row.getString("first_time"),
                        row.getString("last_time")))
                .list();
    }

    /** Photos whose bytes a run met, each once. */
    public long photos(long run) {
        return client.sql("select count(*) from photo p where" + PHOTOS_OF_RUN)
                .param("run", run)
                .query(Long.class)
                .single();
    }

    /** Files of a run that are no photos, by media type. */
    public Map<String, Long> ignoredTypes(long run) {
        return counted(
                "select coalesce(media_type, 'unknown') as word, count(*) as number from source_file where run_id = :run"
                        + " and outcome = 'ignored' and reason = 'NOT_A_PHOTO' group by coalesce(media_type, 'unknown')"
                        + " order by word",
                run);
    }

    /** Photos of a run by month of the camera's time; those without a time last. */
    public List<MonthCount> months(long run) {
        return client.sql("select t.capture_month, count(*) as photos from"
                        + " (select substring(p.capture_time_local from 1 for 7) as capture_month from photo p where"
                        + PHOTOS_OF_RUN + ") t group by t.capture_month order by t.capture_month nulls last")
                .param("run", run)
                .query((row, index) -> new MonthCount(row.getString("capture_month"), row.getLong("photos")))
                .list();
    }

    /** Photos of a run by the end of their decode. */
    public Map<String, Long> decodes(long run) {
        return counted(
                "select p.decode as word, count(*) as number from photo p where p.decode is not null and"
                        + PHOTOS_OF_RUN + " group by p.decode order by p.decode",
                run);
    }

    /** Photos of a run by their text part, and their regions by status; a run that added text tells of the run it was for. */
    public Map<String, Long> texts(long run) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counted(
                        "select p.text_status as word, count(*) as number from photo p where" + PHOTOS_OF_RUN
                                + " group by p.text_status order by p.text_status",
                        run)
                .forEach((word, number) -> counts.put("photos " + word, number));
        counted(
                        "select t.status as word, count(*) as number from text_region t join photo p on p.id = t.photo_id where"
                                + PHOTOS_OF_RUN + " group by t.status order by t.status",
                        run)
                .forEach((word, number) -> counts.put("regions " + word, number));
        return counts;
    }

    /** Readings of a run's photos by script. */
    public List<ReadingCount> readings(long run) {
        return client.sql(
                        "select r.script, count(*) as readings, coalesce(sum(case when r.accepted then 1 end), 0) as accepted"
                                + " from reading r join photo p on p.id = r.photo_id where" + PHOTOS_OF_RUN
                                + " group by r.script order by r.script")
                .param("run", run)
                .query((row, index) ->
                        new ReadingCount(row.getString("script"), row.getLong("readings"), row.getLong("accepted")))
                .list();
    }

    /** Identifiers of a run's photos and paths by name. */
    public List<IdentifierCount> identifiers(long run) {
        return client.sql(
                        "select i.name, count(*) as identifiers, count(distinct i.normalized) as different from identifier i"
                                + " left join source_file s on s.id = i.source_file_id left join photo p on p.id = i.photo_id"
                                + " where s.run_id = :run or" + PHOTOS_OF_RUN + " group by i.name order by i.name")
                .param("run", run)
                .query((row, index) -> new IdentifierCount(
                        row.getString("name"), row.getLong("identifiers"), row.getLong("different")))
                .list();
    }

    /** Photos of a run by media type. */
    public Map<String, Long> mediaTypes(long run) {
        return counted(
                "select p.media_type as word, count(*) as number from photo p where" + PHOTOS_OF_RUN
                        + " group by p.media_type order by p.media_type",
                run);
    }

    /** Findings about a run's photos and files by code. */
    public Map<String, Long> findings(long run) {
        return counted(
                "select n.code as word, count(*) as number from finding n"
                        + " left join source_file s on s.id = n.source_file_id left join photo p on p.id = n.photo_id"
                        + " where s.run_id = :run or" + PHOTOS_OF_RUN + " group by n.code order by n.code",
                run);
    }

    private Map<String, Long> counted(String sql, long run) {
        Map<String, Long> counts = new LinkedHashMap<>();
        client.sql(sql)
                .param("run", run)
                .query((row, index) -> counts.put(row.getString("word"), row.getLong("number")))
                .list();
        return counts;
    }
}
