package org.photoledger.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.photoledger.similarity.Band;
import org.photoledger.similarity.ComparedPhoto;
import org.photoledger.similarity.HashMatch;
import org.photoledger.similarity.Link;
import org.photoledger.similarity.NearPhotos;
import org.photoledger.store.HashedPhoto;
import org.photoledger.store.LinkStore;
import org.photoledger.store.LinkStore.Pair;
import org.photoledger.store.LinkedPhoto;

/** What is not kept about one photo: computed from the hashes of all photos of the home. */
final class HashSearch {

    /** The most that are told. */
    static final int MOST = 200;

    /** Photos whose thumbs are in memory at once. */
    private static final int PORTION = 1_000;

    private static final Comparator<Link> NEAREST_LINK =
            Comparator.comparingInt(Link::distance).thenComparing(Link::sha256A).thenComparing(Link::sha256B);

    private final LinkStore store;
    private final LinkedPhoto photo;

    /** Of a hub, all that are near it as linking counts them; none of another photo, whose pairs are kept. */
    private final List<Long> partners;

    HashSearch(LinkStore store, LinkedPhoto photo) {
        this.store = store;
        this.photo = photo;
        this.partners = photo.hub() ? near() : List.of();
    }

    private List<Long> near() {
        NearPhotos.Builder near = new NearPhotos.Builder();
        LongStream.Builder others = LongStream.builder();
        List<HashedPhoto> own = new ArrayList<>();
        store.eachHashed(other -> {
            if (other.id() == photo.id()) {
                own.add(other);
            } else {
                near.add(other.hash(), other.trimmedHash());
                others.add(other.id());
            }
        });
        own.forEach(last -> near.add(last.hash(), last.trimmedHash()));
        long[] ids = others.build().toArray();
        return own.isEmpty()
                ? List.of()
                : Arrays.stream(near.build().before(ids.length))
                        .mapToObj(place -> ids[place])
                        .toList();
    }

    /** The pairs of a hub, judged as those that are kept. */
    NearestFew<Link> pairs() {
        NearestFew<Link> pairs = new NearestFew<>(MOST, NEAREST_LINK);
        for (int from = 0; from < partners.size(); from += PORTION) {
            List<Long> portion = partners.subList(from, Math.min(partners.size(), from + PORTION));
            Map<Long, ComparedPhoto> compared = compared(portion);
            portion.stream()
                    .flatMap(other -> Link.between(own(compared), Objects.requireNonNull(compared.get(other))).stream())
                    .filter(link -> link.likeness().band() != Band.SAME_IMAGE_DATA)
                    .forEach(pairs::add);
        }
        return pairs;
    }

    private Map<Long, ComparedPhoto> compared(List<Long> others) {
        return store.compared(
                Stream.concat(Stream.of(photo.id()), others.stream()).toList());
    }

    private ComparedPhoto own(Map<Long, ComparedPhoto> compared) {
        return Objects.requireNonNull(compared.get(photo.id()));
    }

    /**
     * A photo that may show the same scene.
     *
     * @param match of the hashes of the two whole pictures
     * @param quality of the other's hash, 0 to 100
     */
    record Similar(String sha256, HashMatch match, int quality) {}

    /** The nearest of those photos, and how many there are. */
    record SimilarScenes(List<Similar> nearest, long count) {}

    /** Photos that may show the same scene and are no pair; none for a photo that is compared with none. */
    SimilarScenes similar() {
        Map<Long, ComparedPhoto> own = compared(List.of());
        if (own.isEmpty()) {
            return new SimilarScenes(List.of(), 0);
        }
        NearestFew<Hit> hits = hits(own(own).hash().words());
        Map<Long, ComparedPhoto> compared =
                compared(hits.nearest().stream().map(Hit::id).toList());
        List<Similar> nearest = hits.nearest().stream()
                .map(hit -> Objects.requireNonNull(compared.get(hit.id)))
                .map(other -> new Similar(
                        other.sha256(),
                        HashMatch.between(own(compared), other),
                        other.hash().quality()))
                .sorted(Comparator.comparingInt((Similar other) -> other.match.distance())
                        .thenComparing(Similar::sha256))
                .toList();
        return new SimilarScenes(nearest, hits.count());
    }

    private record Hit(long id, int distance) {}

    private NearestFew<Hit> hits(long[] words) {
        NearestFew<Hit> hits =
                new NearestFew<>(MOST, Comparator.comparingInt(Hit::distance).thenComparingLong(Hit::id));
        Set<Long> paired = paired();
        store.eachHashed(other -> {
            HashMatch match = HashMatch.between(words, other.hash().words());
            if (match.similarScene() && !paired.contains(other.id())) {
                hits.add(new Hit(other.id(), match.distance()));
            }
        });
        return hits;
    }

    /** Some pairs are near inside a border only, and their whole pictures are not. */
    private Set<Long> paired() {
        Set<Long> paired = new HashSet<>(partners);
        for (Pair pair : store.pairsOf(List.of(photo.id()))) {
            paired.add(pair.one());
            paired.add(pair.other());
        }
        return paired;
    }
}
