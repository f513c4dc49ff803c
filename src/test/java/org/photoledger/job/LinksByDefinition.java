package org.photoledger.job;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.photoledger.similarity.Band;
import org.photoledger.similarity.ComparedPhoto;
import org.photoledger.similarity.Link;
import org.photoledger.similarity.PerceptualHash;

/** What has to be linked among photos, by looking at every pair: no index, no pages, no order. */
final class LinksByDefinition {

    private final List<ComparedPhoto> photos;
    private final Map<String, Integer> partners = new HashMap<>();
    private final Set<String> rows = new TreeSet<>();

    LinksByDefinition(List<ComparedPhoto> photos, int cap) {
        this.photos = photos;
        eachNearPair((one, other) -> {
            partners.merge(one.sha256(), 1, Integer::sum);
            partners.merge(other.sha256(), 1, Integer::sum);
        });
        eachNearPair((one, other) -> {
            if (partners(one.sha256()) <= cap && partners(other.sha256()) <= cap) {
                add(one, other);
            }
        });
        stars();
    }

    int partners(String sha256) {
        return partners.getOrDefault(sha256, 0);
    }

    /** Of each pair but those of equal image data: digests, distance, turn, band and reason. */
    Set<String> rows() {
        return rows;
    }

    private void eachNearPair(BiConsumer<ComparedPhoto, ComparedPhoto> pairs) {
        for (int one = 0; one < photos.size(); one++) {
            for (int other = 0; other < one; other++) {
                ComparedPhoto photo = photos.get(one);
                ComparedPhoto second = photos.get(other);
                if (!photo.hash().hex().equals(second.hash().hex()) && near(photo, second)) {
                    pairs.accept(photo, second);
                }
            }
        }
    }

    private static boolean near(ComparedPhoto one, ComparedPhoto other) {
        return near(one.hash(), other.hash())
                || detailed(one).anyMatch(hash -> detailed(other).anyMatch(second -> near(hash, second)));
    }

    private static boolean near(PerceptualHash one, PerceptualHash other) {
        return IntStream.rangeClosed(1, 8).anyMatch(turn -> one.distance(other.turned(turn)) <= 31);
    }

    private static Stream<PerceptualHash> detailed(ComparedPhoto photo) {
        return Stream.of(photo.hash(), photo.trimmedHash()).filter(hash -> hash != null && hash.quality() >= 50);
    }

    private void stars() {
        Comparator<ComparedPhoto> order = Comparator.comparing(
                        (ComparedPhoto photo) -> photo.hash().quality() < PerceptualHash.LEAST_QUALITY)
                .thenComparing(ComparedPhoto::sha256);
        Map<String, List<ComparedPhoto>> groups = photos.stream()
                .sorted(order)
                .collect(Collectors.groupingBy(photo -> photo.hash().hex()));
        groups.values().forEach(group -> group.stream().skip(1).forEach(photo -> add(group.get(0), photo)));
    }

    private void add(ComparedPhoto one, ComparedPhoto other) {
        Link.between(one, other)
                .filter(link -> link.likeness().band() != Band.SAME_IMAGE_DATA)
                .ifPresent(this::add);
    }

    private void add(Link link) {
        rows.add(String.join(
                " ",
                link.sha256A(),
                link.sha256B(),
                String.valueOf(link.distance()),
                String.valueOf(link.turn()),
                link.likeness().band().name(),
                link.likeness().objection().name()));
    }
}
