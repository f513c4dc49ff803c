package org.photoledger.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.photo.Photo;
import org.photoledger.source.Outcome;
import org.photoledger.source.ScannedName;
import org.photoledger.source.Source;
import org.photoledger.source.SourceFingerprint;
import org.photoledger.source.SourcePath;
import org.photoledger.store.Database;
import org.photoledger.store.DatabaseSettings;
import org.photoledger.store.DuplicateCounts;
import org.photoledger.store.NewRun;
import org.photoledger.store.PendingFile;
import org.photoledger.store.RecordedFile;
import org.photoledger.store.Run;
import org.photoledger.store.SettledFile;
import org.photoledger.store.StoredSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is linked is a function of the set of photos, on any database. */
abstract class LinkingContract {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    /** More partners than most of the photos have, and fewer than some. */
    private static final int CAP = 45;

    @TempDir
    private Path folder = Path.of("");

    private @Nullable Database opened;

    abstract DatabaseSettings settings(Path home);

    @BeforeEach
    void open() {
        opened = Database.open(settings(folder));
    }

    @AfterEach
    void close() {
        database().close();
    }

    private void startAnew() {
        close();
        opened = Database.open(settings(folder.resolve("other")));
    }

    Database database() {
        return Objects.requireNonNull(opened);
    }

    private JdbcClient sql() {
        return JdbcClient.create(database().dataSource());
    }

    /** A run that recorded these photos. */
    private long recorded(List<Photo> photos) {
        StoredSource source = database()
                .sources()
                .byName("leak")
                .orElseGet(() -> database()
                        .sources()
                        .register(new Source("leak", "/leak/", SourceFingerprint.drawn()), "op", NOON));
        Run run = database().runs().create(new NewRun(source.id(), NOON, "op", "{}", "d".repeat(64), "1"));
        List<ScannedName> names = photos.stream()
                .map(photo -> new ScannedName(
                        SourcePath.ofBytes(photo.sha256().hex().getBytes(StandardCharsets.US_ASCII)), 7, NOON, null))
                .toList();
        database().sourceFiles().take(run, Long.MAX_VALUE, names);
        List<PendingFile> pending = database().sourceFiles().pending(run.number(), 0, photos.size());
        List<SettledFile> settled = new ArrayList<>();
        for (int at = 0; at < pending.size(); at++) {
            settled.add(new SettledFile(
                    pending.get(at).id(),
                    Outcome.RECORDED,
                    null,
                    photos.get(at).sha256(),
                    "image/jpeg",
                    1,
                    7,
                    NOON,
                    null,
                    List.of()));
        }
        database().sourceFiles().settle(settled);
        database().photos().record(photos);
        return run.number();
    }

    /** Goes on until it ends or so many pages are done, each in a transaction; true at the end. */
    private boolean link(long run, int cap, int pages) {
        Linking linking = new Linking(database(), run, cap, 32);
        TransactionTemplate transaction = new TransactionTemplate(database().transactionManager());
        for (int page = 0; page < pages; page++) {
            if (!Boolean.TRUE.equals(transaction.execute(status -> linking.nextPage()))) {
                return true;
            }
        }
        return false;
    }

    private void linkAll(long run) {
        assertThat(link(run, CAP, Integer.MAX_VALUE)).isTrue();
    }

    private Set<String> rows() {
        return new TreeSet<>(sql().sql("""
                        select sha256_a, sha256_b, distance, turn, band, coalesce(reason, 'NONE') as reason
                        from near_duplicate where band <> 'SAME_IMAGE_DATA'
                        """)
                .query((row, index) -> String.join(
                        " ",
                        row.getString("sha256_a"),
                        row.getString("sha256_b"),
                        row.getString("distance"),
                        row.getString("turn"),
                        row.getString("band"),
                        row.getString("reason")))
                .list());
    }

    /** All that linking leaves, in one text. */
    private String everything() {
        StringBuilder all = new StringBuilder();
        for (String table : List.of(
                "select sha256_a, sha256_b, distance, turn, residual, band, reason, star from near_duplicate order by 1, 2",
                "select sha256, partners, hub from v_photo order by 1",
                "select id, members, suspicious from cluster order by 1",
                "select sha256, cluster_id from cluster_member order by 1",
                "select p.sha256, n.code, n.detail from finding n join photo p on p.id = n.photo_id order by 1, 2")) {
            sql().sql(table)
                    .query()
                    .listOfRows()
                    .forEach(row -> row.forEach((column, value) -> all.append(column.toLowerCase(Locale.ROOT))
                            .append('=')
                            .append(value)
                            .append('\n')));
        }
        return all.toString();
    }

    @Test
    void onePassLinksWhatLookingAtEveryPairDoes() {
        PhotosToLink photos = PhotosToLink.drawn(200, 2013);
        linkAll(recorded(photos.records()));
        LinksByDefinition expected = new LinksByDefinition(photos.compared(), CAP);
        assertThat(rows()).isEqualTo(expected.rows());
        Map<String, Integer> partners = new TreeMap<>();
        sql().sql("select sha256, partners from v_photo where perceptual_hash is not null")
                .query((row, index) -> partners.put(row.getString("sha256"), row.getInt("partners")))
                .list();
        assertThat(partners).allSatisfy((sha256, count) -> assertThat(count).isEqualTo(expected.partners(sha256)));
        assertThat(partners.values()).anyMatch(count -> count > CAP).anyMatch(count -> count > 0 && count <= CAP);
        assertThat(database().duplicates().counts().pairs().values()).allMatch(pairs -> pairs > 0);
    }

    @Test
    void sevenPartsInAnotherOrderWithKillsBetweenPagesGiveTheSame() {
        List<Photo> photos = new ArrayList<>(PhotosToLink.drawn(200, 2013).records());
        linkAll(recorded(photos));
        String once = everything();
        startAnew();
        Collections.shuffle(photos, new Random(7));
        for (int part = 0; part < 7; part++) {
            long run = recorded(photos.subList(part * photos.size() / 7, (part + 1) * photos.size() / 7));
            for (int kill = 2; kill < 5; kill++) {
                link(run, CAP, kill);
            }
            linkAll(run);
            linkAll(run);
        }
        assertThat(everything()).isEqualTo(once);
    }

    @Test
    void oneNumberInOneFrameIsACopyAndAnotherNumberIsAnotherPhoto() {
        linkAll(recorded(PhotosToLink.oneFrame("4", "4")));
        assertThat(everything()).contains("band=REENCODE").doesNotContain("NUMBERS_DIFFER");
        startAnew();
        linkAll(recorded(PhotosToLink.oneFrame("4", "5")));
        assertThat(everything())
                .contains("band=NEAR", "reason=NUMBERS_DIFFER")
                .contains("detail=near photos with another number in the same place: 1");
        assertThat(database().duplicates().counts().clusters()).isEqualTo(1);
    }

    @Test
    void pairsAreJudgedAnewOnceTheTextIsKnown() {
        List<Photo> withText = PhotosToLink.oneFrame("4", "5");
        linkAll(recorded(withText));
        String atOnce = everything();
        startAnew();
        long run = recorded(PhotosToLink.oneFrame(null, null));
        linkAll(run);
        assertThat(everything()).contains("band=REENCODE");
        for (RecordedFile file : database().texts().textlessPhotos(run, 0, 0, 2)) {
            Photo photo = withText.stream()
                    .filter(read -> read.sha256().hex().equals(file.sha256()))
                    .findFirst()
                    .orElseThrow();
            database().texts().add(Map.of(file.id(), photo.examination()));
        }
        linkAll(run);
        assertThat(everything()).isEqualTo(atOnce);
    }

    @Test
    void framesOfOneHashAreLinkedByOneRowLessThanTheyAre() {
        linkAll(recorded(PhotosToLink.equalFrames(600)));
        DuplicateCounts counts = database().duplicates().counts();
        assertThat(counts.pairs()).containsEntry("REENCODE", 599L);
        assertThat(counts.hubs()).isZero();
        assertThat(counts.clusters()).isEqualTo(1);
        assertThat(counts.suspicious()).isEqualTo(1);
    }

    @Test
    void anotherCapLinksEverythingAnew() {
        PhotosToLink photos = PhotosToLink.drawn(120, 7);
        long run = recorded(photos.records());
        assertThat(link(run, 1_000, Integer.MAX_VALUE)).isTrue();
        assertThat(rows()).isEqualTo(new LinksByDefinition(photos.compared(), 1_000).rows());
        assertThat(link(run, 10, Integer.MAX_VALUE)).isTrue();
        assertThat(rows()).isEqualTo(new LinksByDefinition(photos.compared(), 10).rows());
    }

    @Test
    void hashesOfAnotherAlgorithmAreComparedWithNone() {
        PhotosToLink photos = PhotosToLink.drawn(100, 7);
        long run = recorded(photos.records());
        sql().sql("update photo set perceptual_hash_algorithm = 'of-old' where perceptual_hash is not null")
                .update();
        linkAll(run);
        assertThat(rows()).isEmpty();
        assertThat(database().duplicates().counts().ofAnotherAlgorithm())
                .isEqualTo(photos.compared().size());
    }

    @Test
    void aPhotoThatLeavesItsClusterIsNotedWithTheRun() {
        List<Photo> photos = new ArrayList<>(PhotosToLink.drawn(200, 2013).records());
        linkAll(recorded(photos.subList(0, 100)));
        Map<String, String> before = memberships();
        long second = recorded(photos.subList(100, 200));
        linkAll(second);
        Map<String, String> after = memberships();
        before.entrySet().removeIf(member -> member.getValue().equals(after.get(member.getKey())));
        assertThat(before).isNotEmpty();
        Map<String, String> noted = new TreeMap<>();
        sql().sql("select sha256, was, became from v_cluster_history where run = " + second)
                .query((row, index) -> {
                    assertThat(row.getString("became")).isEqualTo(after.get(row.getString("sha256")));
                    return noted.put(row.getString("sha256"), row.getString("was"));
                })
                .list();
        assertThat(noted).isEqualTo(before);
    }

    private Map<String, String> memberships() {
        Map<String, String> memberships = new TreeMap<>();
        sql().sql("select sha256, cluster from v_cluster")
                .query((row, index) -> memberships.put(row.getString("sha256"), row.getString("cluster")))
                .list();
        return memberships;
    }
}
