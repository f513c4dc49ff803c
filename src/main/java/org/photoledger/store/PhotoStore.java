package org.photoledger.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.photoledger.digest.Sha256;
import org.photoledger.metadata.FieldValue;
import org.photoledger.metadata.MetadataValue;
import org.photoledger.photo.Captions;
import org.photoledger.photo.Photo;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The photos of a home: one record per distinct digest. */
public final class PhotoStore {

    private final JdbcTemplate template;
    private final JdbcClient client;
    private final FindingRows findings;
    private final PhotoRows rows;

    PhotoStore(JdbcTemplate template, JdbcClient client, FindingRows findings) {
        this.template = template;
        this.client = client;
        this.findings = findings;
        this.rows = new PhotoRows(client);
    }

    /** Records the photos of a chunk that are not recorded yet; the same digest may stand in the list more than once. */
    public void record(List<Photo> photos) {
        Map<String, Photo> fresh = new LinkedHashMap<>();
        photos.forEach(photo -> fresh.putIfAbsent(photo.sha256().hex(), photo));
        ids(fresh.keySet()).keySet().forEach(fresh::remove);
        if (fresh.isEmpty()) {
            return;
        }
        template.batchUpdate(
                PhotoRows.INSERT,
                fresh.values().stream().map(PhotoRows::columns).toList());
        Map<String, Long> ids = ids(fresh.keySet());
        List<Object[]> fields = new ArrayList<>();
        List<Object[]> values = new ArrayList<>();
        FindingRows.Batch batch = findings.batch();
        TextRows texts = new TextRows(template);
        fresh.forEach((sha256, photo) -> {
            long id = Objects.requireNonNull(ids.get(sha256));
            photo.examination()
                    .metadata()
                    .fields()
                    .forEach((field, value) -> fields.add(fieldColumns(id, field.name(), value)));
            addValues(values, id, photo.examination().metadata().values());
            texts.add(id, photo.examination().text(), Captions.of(photo.examination()));
            batch.ofPhoto(
                    id,
                    photo.examination().findings(),
                    photo.examination().metadata().findings());
        });
        template.batchUpdate(
                "insert into photo_field (photo_id, field, origin, agreement) values (?, ?, ?, ?)", fields);
        template.batchUpdate("""
                insert into metadata_value (photo_id, ordinal, block, directory, tag, name, type, origins, raw, raw_hex, truncated)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, values);
        texts.write();
        batch.write();
    }

    private Map<String, Long> ids(Collection<String> digests) {
        Map<String, Long> ids = new TreeMap<>();
        if (!digests.isEmpty()) {
            client.sql("select sha256, id from photo where sha256 in (:digests)")
                    .param("digests", digests)
                    .query((row, index) -> ids.put(row.getString("sha256"), row.getLong("id")))
                    .list();
        }
        return ids;
    }

    private static Object[] fieldColumns(long id, String field, FieldValue value) {
        return new Object[] {id, field, value.origin(), value.agreement().name()};
    }

    private static void addValues(List<Object[]> rows, long id, List<MetadataValue> values) {
        for (int at = 0; at < values.size(); at++) {
            MetadataValue value = values.get(at);
            rows.add(new Object[] {
                id,
                at,
                StorableText.of(value.block()),
                StorableText.of(value.directory()),
                StorableText.of(value.tag()),
                StorableText.of(value.name()),
                StorableText.orNull(value.type()),
                String.join(",", value.origins()),
                StorableText.of(value.raw()),
                value.rawHex(),
                value.truncated()
            });
        }
    }

    /** The whole record of a photo, as it was recorded apart from characters that no database holds. */
    public Optional<Photo> bySha256(Sha256 sha256) {
        return rows.bySha256(sha256);
    }

    /**
     * Links photos whose coded image data are equal, each to the lowest digest of its group; idempotent. Groups are found by
     * a join: H2 asks a subquery behind IN once for each of its rows.
     */
    public void linkSameImageData(long run) {
        Map<String, TreeSet<String>> groups = new TreeMap<>();
        Set<String> met = new HashSet<>();
        client.sql("""
                        select p.image_data_sha256, p.sha256,
                            exists (select 1 from source_file f where f.sha256 = p.sha256 and f.run_id = :run) as met
                        from photo p join (
                            select image_data_sha256 from photo where image_data_sha256 is not null
                            group by image_data_sha256 having count(*) > 1) g on g.image_data_sha256 = p.image_data_sha256
                        """).param("run", run).query(row -> {
            String imageData = row.getString("image_data_sha256");
            groups.computeIfAbsent(imageData, key -> new TreeSet<>()).add(row.getString("sha256"));
            if (row.getBoolean("met")) {
                met.add(imageData);
            }
        });
        groups.keySet().retainAll(met);
        link(groups.values());
    }

    private void link(Collection<? extends NavigableSet<String>> groups) {
        List<Object[]> old = new ArrayList<>();
        List<Object[]> pairs = new ArrayList<>();
        groups.forEach(group -> {
            group.forEach(sha256 -> old.add(new Object[] {sha256}));
            group.tailSet(group.first(), false).forEach(other -> pairs.add(new Object[] {group.first(), other}));
        });
        template.batchUpdate("delete from near_duplicate where sha256_b = ? and band = 'SAME_IMAGE_DATA'", old);
        template.batchUpdate(
                "insert into near_duplicate (sha256_a, sha256_b, band) values (?, ?, 'SAME_IMAGE_DATA')", pairs);
    }
}
