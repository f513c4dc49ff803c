package org.photoledger.store;

import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;
import org.photoledger.image.RasterStatistics;
import org.photoledger.photo.DocumentFound;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.text.Reading;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The text of photos and documents that were taken in without it. */
public final class TextStore {

    private static final String TEXTLESS_OF_RUN = """
            from source_file f join photo p on p.sha256 = f.sha256
            where f.run_id = :run and f.outcome = 'recorded' and p.text_status in ('OFF', 'UNAVAILABLE')
            """;

    private final JdbcTemplate template;
    private final JdbcClient client;
    private final FindingRows findings;
    private final DocumentRows documents;

    TextStore(JdbcTemplate template, JdbcClient client, FindingRows findings) {
        this.template = template;
        this.client = client;
        this.findings = findings;
        this.documents = new DocumentRows(client);
    }

    /**
     * The next photos that a run recorded without their text, after an id, in id order; of all, or in one container of
     * the source.
     */
    public List<RecordedFile> textlessPhotos(long run, long root, long after, int limit) {
        return client.sql("select p.id, p.sha256, p.bytes, p.media_type, p.orientation" + RecordedFile.COLUMNS
                        + TEXTLESS_OF_RUN + RecordedFile.IN_ROOT
                        + " and p.id > :after order by p.id fetch first :limit rows only")
                .param("run", run)
                .param("root", root)
                .param("after", after)
                .param("limit", limit)
                .query(RecordedFile::ofPhoto)
                .list();
    }

    /** The next files of a run that are no photo and of which no text is kept: the documents among them may have one. */
    public List<RecordedFile> textlessOthers(long run, long root, long after, int limit) {
        return client.sql("select f.id, f.sha256, f.size as bytes, f.media_type" + RecordedFile.COLUMNS + """
                        from source_file f
                        where f.run_id = :run and f.outcome in ('ignored', 'container') and (:root = 0 or f.root_id = :root)
                            and f.sha256 is not null and f.id > :after
                            and not exists (select 1 from document_text d where d.sha256 = f.sha256)
                        order by f.id fetch first :limit rows only
                        """)
                .param("run", run)
                .param("root", root)
                .param("after", after)
                .param("limit", limit)
                .query(RecordedFile::ofDocument)
                .list();
    }

    /** How many photos a run recorded whose text nobody has looked for yet. */
    public long textlessCount(long run) {
        return client.sql("select count(*) " + TEXTLESS_OF_RUN)
                .param("run", run)
                .query(Long.class)
                .single();
    }

    /** Keeps what reading a document gave. */
    public void keep(RecordedFile file, DocumentFound document) {
        documents.keep(file.sha256(), file.mediaType(), document);
    }

    /** Adds what the rasters gave to recorded photos, by id; captions are there already and keep their place behind it. */
    public void add(Map<Long, PhotoExamination> found) {
        TextReadBack readBack = new TextReadBack(client);
        Map<Long, List<Reading>> captions =
                found.keySet().stream().collect(Collectors.toMap(photo -> photo, readBack::captions));
        TextRows.delete(template, List.copyOf(found.keySet()));
        TextRows rows = new TextRows(template);
        FindingRows.Batch batch = findings.batch();
        found.forEach((photo, examination) -> {
            rows.add(photo, examination.text(), captions.getOrDefault(photo, List.of()));
            batch.ofPhoto(photo, textFindings(examination), List.of());
            update(photo, examination);
        });
        rows.write();
        batch.write();
    }

    private static List<Finding> textFindings(PhotoExamination examination) {
        return examination.findings().stream()
                .filter(finding -> finding.code() == FindingCode.TEXT_REGION_LIMIT)
                .toList();
    }

    private void update(long photo, PhotoExamination examination) {
        RasterStatistics raster = examination.raster();
        client.sql("""
                        update photo set text_status = :status, text_engine = :engine, raster_mean = :mean,
                            raster_spread = :spread, raster_sharpness = :sharpness, judged_without_text = true,
                            ledger_line = -1
                        where id = :id
                        """)
                .param("status", examination.text().status().name())
                .param("engine", examination.text().engine())
                .param("mean", real(raster == null ? null : raster.mean()))
                .param("spread", real(raster == null ? null : raster.spread()))
                .param("sharpness", real(raster == null ? null : raster.sharpness()))
                .param("id", photo)
                .update();
    }

    private static SqlParameterValue real(@Nullable Double value) {
        return new SqlParameterValue(Types.DOUBLE, value);
    }
}
