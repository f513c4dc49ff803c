package org.photoledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.photoledger.digest.Sha256;
import org.photoledger.export.Exporter;
import org.photoledger.similarity.Band;
import org.photoledger.similarity.LikePhoto;
import org.photoledger.similarity.Likeness;
import org.photoledger.similarity.Likeness.Objection;
import org.photoledger.similarity.Link;
import org.photoledger.similarity.Star;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What reading pairs and clusters promises, on any database, for lists longer than a page. */
abstract class DuplicateStoreContract extends DatabaseContract {

    private static final int MORE_THAN_A_PAGE = Pages.ROWS + 300;

    private static Sha256 digest(int number) {
        return Sha256.of(("photo " + number).getBytes(StandardCharsets.US_ASCII));
    }

    private static Link link(String one, String other, int distance, Likeness likeness) {
        List<String> digests = Stream.of(one, other).sorted().toList();
        return new Link(digests.get(0), digests.get(1), distance, 1, 0.25, likeness);
    }

    private static Likeness near(Objection objection) {
        return new Likeness(objection == Objection.NONE ? Band.REENCODE : Band.NEAR, objection);
    }

    private static String key(LinkedPair pair) {
        return pair.sha256A() + " " + pair.sha256B();
    }

    private List<String> exported(String table) throws IOException {
        return Files.readAllLines(exported(Exporter.Format.JSONL).resolve(table));
    }

    /** One digest in more pairs than a page holds, so that pages begin and end in the middle of its pairs, and others. */
    private List<Link> manyLinks() {
        List<Link> links = new ArrayList<>();
        for (int at = 1; at < MORE_THAN_A_PAGE; at++) {
            links.add(link(digest(0).hex(), digest(at).hex(), at % 32, near(Objection.NONE)));
            links.add(link(digest(at).hex(), digest(at + 10_000).hex(), 3, near(Objection.CAPTURE_TIME)));
        }
        return links;
    }

    @Test
    void pairsAreExportedInTheOrderOfTheirDigestsHoweverManyThereAre() throws IOException {
        List<Link> links = manyLinks();
        database().links().add(links, false);
        List<String> expected = links.stream()
                .map(link -> "{\"sha256A\":\"" + link.sha256A() + "\",\"sha256B\":\"" + link.sha256B() + "\"")
                .sorted()
                .toList();
        List<String> rows = exported("near-duplicates.jsonl");
        assertThat(rows.stream().map(row -> row.substring(0, row.indexOf(",\"distance"))))
                .containsExactlyElementsOf(expected);
        assertThat(rows.stream().filter(row -> row.endsWith("\"band\":\"NEAR\",\"reason\":\"CAPTURE_TIME\"}")))
                .hasSize(links.size() / 2);
        assertThat(rows.stream().filter(row -> row.endsWith("\"band\":\"REENCODE\",\"reason\":null}")))
                .hasSize(links.size() / 2);
    }

    @Test
    void theReasonsOfAPairAreReadAsTheyWereJudged() throws IOException {
        List<Link> links = new ArrayList<>();
        for (Objection objection : Objection.values()) {
            links.add(link(digest(0).hex(), digest(1 + links.size()).hex(), 9, near(objection)));
        }
        database().links().add(links, false);
        List<LinkedPair> read = new ArrayList<>();
        database().duplicates().pairs(Band.NEAR, read::add);
        database().duplicates().pairs(Band.REENCODE, read::add);
        assertThat(read)
                .extracting(LinkedPair::reason)
                .containsExactlyInAnyOrder(
                        null,
                        Objection.CAPTURE_TIME,
                        Objection.SERIAL_NUMBER,
                        Objection.NUMBERS_DIFFER,
                        Objection.RESIDUAL,
                        Objection.BORDER);
        assertThat(exported("near-duplicates.jsonl")).hasSize(links.size());
    }

    @Test
    void thePairsOfABandAreReadAloneAndInOrder() {
        database().links().add(manyLinks(), false);
        List<LinkedPair> pairs = new ArrayList<>();
        database().duplicates().pairs(Band.NEAR, pairs::add);
        assertThat(pairs).hasSize(MORE_THAN_A_PAGE - 1).allMatch(pair -> pair.band() == Band.NEAR);
        assertThat(pairs).extracting(DuplicateStoreContract::key).isSorted();
        List<LinkedPair> none = new ArrayList<>();
        database().duplicates().pairs(Band.LOW_DETAIL, none::add);
        assertThat(none).isEmpty();
    }

    @Test
    void thePairsOfAPhotoComeNearestFirstBehindThoseOfEqualImageData() {
        database().links().add(manyLinks(), false);
        String last = digest(MORE_THAN_A_PAGE - 1).hex();
        JdbcClient.create(database().dataSource())
                .sql(
                        "update near_duplicate set band = 'SAME_IMAGE_DATA', distance = null where :one in (sha256_a, sha256_b) and :other in (sha256_a, sha256_b)")
                .param("one", digest(0).hex())
                .param("other", last)
                .update();
        List<LinkedPair> pairs = new ArrayList<>();
        List<Integer> pages = new ArrayList<>();
        database().duplicates().pairsOf(digest(0).hex(), page -> {
            pairs.addAll(page);
            pages.add(page.size());
        });
        assertThat(pages).containsExactly(Pages.ROWS, MORE_THAN_A_PAGE - 1 - Pages.ROWS);
        assertThat(pairs.get(0).other(digest(0).hex())).isEqualTo(last);
        assertThat(pairs.subList(1, pairs.size()))
                .extracting(LinkedPair::distance)
                .isSorted();
        assertThat(pairs.stream().map(pair -> pair.other(digest(0).hex())).distinct())
                .hasSize(pairs.size());
    }

    private static Star star(int first, int members) {
        return new Star(IntStream.range(first, first + members)
                .mapToObj(number -> new LikePhoto(digest(number).hex(), 1_000, null, 7, 90, false))
                .toList());
    }

    @Test
    void clustersAreExportedWithTheRepresentativeFirstHoweverManyMembersThereAre() throws IOException {
        List<Star> stars = new ArrayList<>(List.of(star(50_000, MORE_THAN_A_PAGE)));
        IntStream.range(0, MORE_THAN_A_PAGE).mapToObj(at -> star(3 * at, 3)).forEach(stars::add);
        database().clusters().replace(aRun().number(), stars);
        List<String> expected = stars.stream()
                .sorted(java.util.Comparator.comparing(
                        star -> star.representative().sha256()))
                .flatMap(DuplicateStoreContract::rows)
                .toList();
        assertThat(exported("clusters.jsonl")).containsExactlyElementsOf(expected);

        List<Cluster> clusters = new ArrayList<>();
        database().duplicates().clusters(clusters::add);
        assertThat(clusters).extracting(Cluster::id).isSorted();
        assertThat(clusters)
                .hasSize(stars.size())
                .filteredOn(Cluster::suspicious)
                .containsExactly(new Cluster(digest(50_000).hex(), MORE_THAN_A_PAGE, true));
    }

    private static Stream<String> rows(Star star) {
        String cluster = star.representative().sha256();
        Stream<String> others =
                star.members().stream().skip(1).map(LikePhoto::sha256).sorted();
        return Stream.concat(Stream.of(cluster), others)
                .map(sha256 -> "{\"cluster\":\"" + cluster + "\",\"sha256\":\"" + sha256 + "\",\"representative\":"
                        + sha256.equals(cluster) + ",\"members\":"
                        + star.members().size() + ",\"suspicious\":"
                        + star.suspicious() + "}");
    }

    @Test
    void aClustersFirstMembersAreItsRepresentativeAndTheSmallestDigests() {
        Star star = star(0, 50);
        database().clusters().replace(aRun().number(), List.of(star));
        Cluster cluster = database().duplicates().clusterOf(digest(7).hex()).orElseThrow();
        assertThat(cluster).isEqualTo(new Cluster(digest(0).hex(), 50, false));
        List<String> others =
                star.members().stream().skip(1).map(LikePhoto::sha256).sorted().toList();
        assertThat(database().duplicates().members(cluster, 10))
                .hasSize(10)
                .startsWith(cluster.id())
                .endsWith(others.get(7), others.get(8));
        assertThat(database().duplicates().clusterOf(digest(50).hex())).isEmpty();
    }
}
