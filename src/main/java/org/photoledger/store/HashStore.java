package org.photoledger.store;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.similarity.PerceptualHash;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The hashes of photos that were recorded by another algorithm than that in force, as an earlier release had one. */
public final class HashStore {

    private static final String OUTDATED_OF_RUN = """
            from source_file f join photo p on p.sha256 = f.sha256
            where f.run_id = :run and f.outcome = 'recorded' and p.perceptual_hash_algorithm <> :algorithm
            """;

    private static final String RENEW =
            "update photo set perceptual_hash = ?, perceptual_hash_quality = ?, perceptual_hash_algorithm = ?, "
                    + String.join(" = ?, ", TraceColumns.HASHES)
                    + " = ?, ledger_line = -1 where id = ?";

    private final JdbcTemplate template;
    private final JdbcClient client;
    private final FindingRows findings;

    HashStore(JdbcTemplate template, JdbcClient client, FindingRows findings) {
        this.template = template;
        this.client = client;
        this.findings = findings;
    }

    /**
     * The next photos that a run recorded and whose hash is of another algorithm, after an id, in id order; of all, or
     * in one container of the source.
     */
    public List<RecordedFile> outdated(long run, long root, long after, int limit) {
        return client.sql("select p.id, p.sha256, p.bytes, p.media_type, p.orientation" + RecordedFile.COLUMNS
                        + OUTDATED_OF_RUN + RecordedFile.IN_ROOT
                        + " and p.id > :after order by p.id fetch first :limit rows only")
                .param("run", run)
                .param("algorithm", PerceptualHash.ALGORITHM)
                .param("root", root)
                .param("after", after)
                .param("limit", limit)
                .query(RecordedFile::ofPhoto)
                .list();
    }

    /** How many photos a run recorded whose hash is of another algorithm. */
    public long outdatedCount(long run) {
        return client.sql("select count(*) " + OUTDATED_OF_RUN)
                .param("run", run)
                .param("algorithm", PerceptualHash.ALGORITHM)
                .query(Long.class)
                .single();
    }

    /**
     * Puts new hashes, and the finding that depends on them, in the place of the old, by id. What was linked by old
     * hashes was by other rules, and is linked anew by the step that follows. An examination without a hash is none for this.
     */
    public void renew(Map<Long, PhotoExamination> found) {
        List<Object[]> ids =
                found.keySet().stream().map(id -> new Object[] {id}).toList();
        template.batchUpdate(
                RENEW,
                found.entrySet().stream()
                        .map(photo -> columns(photo.getKey(), photo.getValue()))
                        .toList());
        template.batchUpdate(
                "delete from finding where photo_id = ? and code = '" + FindingCode.THUMBNAIL_DIFFERS + "'", ids);
        FindingRows.Batch batch = findings.batch();
        found.forEach((photo, examination) -> addFinding(batch, photo, examination));
        batch.write();
    }

    private static Object[] columns(long id, PhotoExamination found) {
        PerceptualHash hash = found.perceptualHash();
        if (hash == null) {
            throw new IllegalArgumentException("no hash to renew that of photo " + id + " with");
        }
        return Stream.of(
                        Stream.of(hash.hex(), hash.quality(), PerceptualHash.ALGORITHM),
                        TraceColumns.hashes(found),
                        Stream.of(id))
                .flatMap(columns -> columns)
                .toArray();
    }

    /** Where it stands among the findings of a whole examination; those behind it make room. */
    private void addFinding(FindingRows.Batch batch, long photo, PhotoExamination examination) {
        List<Finding> all = examination.findings();
        for (int at = 0; at < all.size(); at++) {
            if (all.get(at).code() == FindingCode.THUMBNAIL_DIFFERS) {
                template.update(
                        "update finding set ordinal = ordinal + 1 where photo_id = ? and ordinal >= ?", photo, at);
                batch.ofPhoto(photo, at, all.get(at));
            }
        }
    }
}
