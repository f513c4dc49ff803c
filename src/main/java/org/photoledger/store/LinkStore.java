package org.photoledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.photoledger.finding.FindingCode;
import org.photoledger.similarity.ComparedPhoto;
import org.photoledger.similarity.Likeness;
import org.photoledger.similarity.Likeness.Objection;
import org.photoledger.similarity.Link;
import org.photoledger.similarity.PerceptualHash;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Links of near photos as they grow page by page. First the partners of new photos are counted, so that no pair of a hub is
 * written; then their pairs are.
 */
public final class LinkStore {

    /** Findings about pairs stand behind all others of a photo. */
    private static final int LAST_ORDINAL = 2_000_000;

    private static final String HASHED = """
            select p.id, p.sha256, p.perceptual_hash, p.perceptual_hash_quality, p.trimmed_perceptual_hash,
                p.trimmed_perceptual_hash_quality, p.image_data_sha256, l.partners, l.paired
            from photo p left join photo_linking l on l.photo_id = p.id
            where p.perceptual_hash_algorithm = :algorithm and
            """;

    private final JdbcTemplate template;
    private final JdbcClient client;

    LinkStore(JdbcTemplate template, JdbcClient client) {
        this.template = template;
        this.client = client;
    }

    /** Unlinks all photos if any was linked under other rules; links by image data know none. */
    public void follow(String rules) {
        long others = client.sql("select count(*) from photo_linking where rules <> :rules")
                .param("rules", rules)
                .query(Long.class)
                .single();
        if (others > 0) {
            client.sql("delete from near_duplicate where band <> 'SAME_IMAGE_DATA'")
                    .update();
            client.sql("delete from photo_linking").update();
        }
    }

    /** All photos with a hash that can be compared: paired ones, then counted ones, then the others, each in id order. */
    public void eachHashed(Consumer<HashedPhoto> photos) {
        for (String condition : List.of("l.paired", "not l.paired", "l.photo_id is null")) {
            Pages.each(last -> hashed(condition, last == null ? 0 : last.id()), photos);
        }
    }

    private List<HashedPhoto> hashed(String condition, long last) {
        return client.sql(
                        HASHED + condition + " and p.id > :last order by p.id fetch first " + Pages.ROWS + " rows only")
                .param("algorithm", PerceptualHash.ALGORITHM)
                .param("last", last)
                .query(LinkStore::hashed)
                .list();
    }

    private static HashedPhoto hashed(ResultSet row, int index) throws SQLException {
        return new HashedPhoto(
                row.getLong("id"),
                ComparedPhotoReader.hash(row),
                ComparedPhotoReader.trimmedHash(row),
                row.getInt("partners"),
                state(row));
    }

    private static HashedPhoto.State state(ResultSet row) throws SQLException {
        Boolean paired = row.getObject("paired", Boolean.class);
        if (paired == null) {
            return HashedPhoto.State.NEW;
        }
        return paired ? HashedPhoto.State.PAIRED : HashedPhoto.State.COUNTED;
    }

    /** Photos by id with what they are compared by. */
    public Map<Long, ComparedPhoto> compared(Collection<Long> ids) {
        return new ComparedPhotoReader(client).byId(ids);
    }

    /** All photos of the hashes of these. */
    public List<EqualHash> ofHashesOf(Collection<Long> ids) {
        return client.sql(HASHED + "p.perceptual_hash in (select perceptual_hash from photo where id in (:ids))")
                .param("algorithm", PerceptualHash.ALGORITHM)
                .param("ids", ids)
                .query((row, index) -> new EqualHash(
                        row.getLong("id"),
                        row.getString("sha256"),
                        ComparedPhotoReader.hash(row),
                        row.getString("image_data_sha256"),
                        row.getBoolean("paired")))
                .list();
    }

    /**
     * Adds links.
     *
     * @param star whether one of the two is what a group of one hash is linked to
     */
    public void add(Collection<Link> links, boolean star) {
        template.batchUpdate(
                """
                insert into near_duplicate (sha256_a, sha256_b, distance, turn, residual, band, reason, star)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, links.stream().map(link -> columns(link, star)).toList());
    }

    private static Object[] columns(Link link, boolean star) {
        return new Object[] {
            link.sha256A(),
            link.sha256B(),
            link.distance(),
            link.turn(),
            new SqlParameterValue(Types.DOUBLE, link.residual()),
            link.likeness().band().name(),
            reason(link.likeness()),
            star
        };
    }

    private static SqlParameterValue reason(Likeness likeness) {
        Objection objection = likeness.objection();
        return new SqlParameterValue(Types.VARCHAR, objection == Objection.NONE ? null : objection.name());
    }

    /** Removes the links of a group's members to the one that they were linked to. */
    public void removeStar(String sha256) {
        for (String side : List.of("sha256_a", "sha256_b")) {
            client.sql("delete from near_duplicate where star and band <> 'SAME_IMAGE_DATA' and " + side + " = :sha256")
                    .param("sha256", sha256)
                    .update();
        }
    }

    /** Removes the pairs of photos that have more partners than are kept. */
    public void removePairs(Collection<Long> hubs) {
        List<Object[]> ids = hubs.stream().map(id -> new Object[] {id}).toList();
        for (String side : List.of("sha256_a", "sha256_b")) {
            template.batchUpdate(
                    "delete from near_duplicate where not star and " + side
                            + " = (select sha256 from photo where id = ?)",
                    ids);
        }
    }

    /** Keeps numbers of partners, by id, of photos that are counted already; more than the cap make a hub. */
    public void count(Map<Long, Integer> partners, int cap) {
        template.batchUpdate(
                "update photo_linking set partners = ?, hub = ? where photo_id = ?",
                partners.entrySet().stream()
                        .map(photo -> new Object[] {photo.getValue(), photo.getValue() > cap, photo.getKey()})
                        .toList());
    }

    /** Takes new photos, by id, in among those that are counted. */
    public void counted(Map<Long, Integer> partners, int cap, String rules) {
        template.batchUpdate(
                "insert into photo_linking (photo_id, rules, partners, hub, paired) values (?, ?, ?, ?, false)",
                partners.entrySet().stream()
                        .map(photo -> new Object[] {photo.getKey(), rules, photo.getValue(), photo.getValue() > cap})
                        .toList());
    }

    /** The pairs of these photos with all that were paired before, and with one another, are kept. */
    public void paired(Collection<Long> ids) {
        template.batchUpdate(
                "update photo_linking set paired = true where photo_id = ?",
                ids.stream().map(id -> new Object[] {id}).toList());
    }

    /** A pair's photos by id. */
    public record Pair(long one, long other) {}

    /** Photos whose text was added after their pairs were judged, in id order. */
    public List<Long> judgedWithoutText(int limit) {
        return client.sql("select id from photo where judged_without_text order by id fetch first :limit rows only")
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** The pairs of these photos that a reading may make others. */
    public List<Pair> pairsOf(Collection<Long> ids) {
        return client.sql("""
                        select a.id as one, b.id as other
                        from photo a join near_duplicate n on n.sha256_a = a.sha256 join photo b on b.sha256 = n.sha256_b
                        where n.band <> 'SAME_IMAGE_DATA' and a.id in (:ids)
                        union select a.id, b.id
                        from photo b join near_duplicate n on n.sha256_b = b.sha256 join photo a on a.sha256 = n.sha256_a
                        where n.band <> 'SAME_IMAGE_DATA' and b.id in (:ids)
                        """)
                .param("ids", ids)
                .query((row, index) -> new Pair(row.getLong("one"), row.getLong("other")))
                .list();
    }

    /** Pairs are judged otherwise than before. */
    public void rejudge(Collection<Link> links) {
        template.batchUpdate(
                "update near_duplicate set band = ?, reason = ? where sha256_a = ? and sha256_b = ?",
                links.stream()
                        .map(link -> new Object[] {
                            link.likeness().band().name(), reason(link.likeness()), link.sha256A(), link.sha256B()
                        })
                        .toList());
    }

    /** The pairs of these photos were judged with their text. */
    public void judgedWithText(Collection<Long> ids) {
        template.batchUpdate(
                "update photo set judged_without_text = false where id = ?",
                ids.stream().map(id -> new Object[] {id}).toList());
    }

    /** One finding for each photo beside which another number stands in the same frame. */
    public void findDifferentNumbers() {
        FindingCode code = FindingCode.NUMBERS_DIFFER;
        client.sql("delete from finding where code = :code and photo_id is not null")
                .param("code", code.name())
                .update();
        client.sql("""
                        insert into finding (photo_id, ordinal, code, severity, detail, method, of_metadata)
                        select p.id, %d, '%s', '%s', 'near photos with another number in the same place: ' || count(*), '%s', false
                        from photo p join (
                            select sha256_a as sha256 from near_duplicate where reason = 'NUMBERS_DIFFER'
                            union all select sha256_b from near_duplicate where reason = 'NUMBERS_DIFFER') n
                            on n.sha256 = p.sha256
                        group by p.id
                        """.formatted(LAST_ORDINAL, code, code.severity(), Likeness.RULES))
                .update();
    }
}
