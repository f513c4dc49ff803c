package org.photoledger.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Photos near one of better evidence stand around it. */
class StarsTest {

    private static LikePhoto photo(String sha256, long pixels) {
        return new LikePhoto(sha256, pixels, null, 1000, 100, false);
    }

    private static LikePhoto photo(String sha256, @Nullable String captureTime, long bytes) {
        return new LikePhoto(sha256, 10, captureTime, bytes, 100, false);
    }

    private static LikePair near(String one, String other, int distance) {
        return new LikePair(one, other, distance, Band.NEAR, false);
    }

    private static List<List<String>> stars(List<LikePhoto> photos, List<LikePair> pairs) {
        return Stars.of(photos, pairs).stream()
                .map(star -> star.members().stream().map(LikePhoto::sha256).toList())
                .toList();
    }

    @Test
    void evidenceIsPixelsThenTimeThenBytesThenDigest() {
        LikePhoto large = photo("f", 11);
        LikePhoto early = photo("e", "2012", 1);
        LikePhoto late = photo("d", "2013-01-01T00:00:00", 1);
        LikePhoto larger = photo("c", null, 9);
        LikePhoto first = photo("a", null, 8);
        LikePhoto second = photo("b", null, 8);
        List<LikePhoto> photos = new ArrayList<>(List.of(second, first, larger, late, early, large));
        Collections.sort(photos);
        assertThat(photos).containsExactly(large, early, late, larger, first, second);
    }

    @Test
    void aChainIsCutWhereAPhotoIsNotNearTheRepresentative() {
        List<LikePhoto> photos =
                List.of(photo("a", 50), photo("b", 40), photo("c", 30), photo("d", 20), photo("e", 10));
        List<LikePair> chain = List.of(near("a", "b", 20), near("b", "c", 20), near("c", "d", 20), near("d", "e", 20));
        assertThat(stars(photos, chain)).containsExactly(List.of("a", "b"), List.of("c", "d"));
    }

    @Test
    void aMemberGoesToTheNearestRepresentativeAndOfEquallyNearOnesToTheSmallerDigest() {
        List<LikePhoto> photos = List.of(photo("z", 50), photo("b", 40), photo("m", 30), photo("n", 30));
        List<LikePair> pairs = List.of(near("z", "m", 20), near("b", "m", 10), near("z", "n", 14), near("n", "b", 14));
        assertThat(stars(photos, pairs)).containsExactly(List.of("b", "m", "n"));
    }

    @Test
    void photosOfEqualHashOrImageDataAreOneNode() {
        List<LikePhoto> photos = List.of(photo("a", 10), photo("b", 50), photo("c", 20), photo("d", 5), photo("e", 60));
        List<LikePair> pairs = List.of(
                near("a", "b", 0),
                near("a", "c", 0),
                new LikePair("c", "d", 99, Band.SAME_IMAGE_DATA, false),
                near("a", "e", 8));
        assertThat(stars(photos, pairs)).containsExactly(List.of("e", "b", "c", "a", "d"));
    }

    @Test
    void photosOfLittleDetailAreNotJoined() {
        LikePair low = new LikePair("a", "b", 2, Band.LOW_DETAIL, false);
        assertThat(stars(List.of(photo("a", 1), photo("b", 2)), List.of(low))).isEmpty();
    }

    @Test
    void aPhotoAloneIsNoCluster() {
        assertThat(stars(List.of(photo("a", 1)), List.of())).isEmpty();
        assertThat(stars(List.of(photo("a", 1)), List.of(near("a", "unknown", 3))))
                .isEmpty();
    }

    @Test
    void theOrderOfPhotosAndPairsAndTheSidesOfAPairChangeNothing() {
        Random random = new Random(4);
        List<LikePhoto> photos = new ArrayList<>(IntStream.range(0, 300)
                .mapToObj(at -> photo(String.format("%03d", at), random.nextInt(20)))
                .toList());
        List<LikePair> pairs = new ArrayList<>();
        for (int at = 0; at < 400; at++) {
            pairs.add(near(
                    photos.get(random.nextInt(300)).sha256(),
                    photos.get(random.nextInt(300)).sha256(),
                    random.nextInt(32)));
        }
        List<List<String>> expected = stars(photos, pairs);
        for (int round = 0; round < 5; round++) {
            Collections.shuffle(photos, random);
            Collections.shuffle(pairs, random);
            pairs.replaceAll(pair -> near(pair.sha256B(), pair.sha256A(), pair.distance()));
            assertThat(stars(photos, pairs)).isEqualTo(expected);
        }
        assertThat(expected).hasSizeGreaterThan(20);
    }

    @Test
    void aStarOfManyOfLittleDetailOrWithAHubIsSuspicious() {
        LikePhoto hub = new LikePhoto("h", 1, null, 1, 100, true);
        LikePhoto dark = new LikePhoto("d", 1, null, 1, 59, false);
        assertThat(new Star(List.of(photo("a", 1), photo("b", 1))).suspicious()).isFalse();
        assertThat(new Star(List.of(photo("a", 1), hub)).suspicious()).isTrue();
        assertThat(new Star(List.of(photo("a", 1), dark)).suspicious()).isTrue();
        assertThat(new Star(Collections.nCopies(200, photo("a", 1))).suspicious())
                .isFalse();
        assertThat(new Star(Collections.nCopies(201, photo("a", 1))).suspicious())
                .isTrue();
    }
}
