package org.photoledger.job;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.photoledger.similarity.Band;
import org.photoledger.similarity.ComparedPhoto;
import org.photoledger.similarity.Link;
import org.photoledger.store.LinkStore;
import org.photoledger.store.LinkStore.Pair;

/** Compares pairs of photos, so many at a time that what they are compared by fits into memory: a thumb is 4 KiB. */
final class Judging {

    private static final int PHOTOS_AT_ONCE = 4_000;
    private static final int PAIRS_AT_ONCE = 20_000;

    private final LinkStore store;

    Judging(LinkStore store) {
        this.store = store;
    }

    /** Tells the links among the pairs, in portions; equal image data is linked elsewhere. */
    void judge(Iterator<Pair> pairs, Consumer<List<Link>> links) {
        while (pairs.hasNext()) {
            List<Pair> portion = new ArrayList<>();
            Set<Long> photos = new HashSet<>();
            while (pairs.hasNext() && photos.size() < PHOTOS_AT_ONCE && portion.size() < PAIRS_AT_ONCE) {
                Pair pair = pairs.next();
                portion.add(pair);
                photos.add(pair.one());
                photos.add(pair.other());
            }
            links.accept(links(portion, store.compared(photos)));
        }
    }

    private static List<Link> links(List<Pair> pairs, Map<Long, ComparedPhoto> photos) {
        return pairs.stream()
                .map(pair -> Link.between(
                        Objects.requireNonNull(photos.get(pair.one())),
                        Objects.requireNonNull(photos.get(pair.other()))))
                .flatMap(Optional::stream)
                .filter(link -> link.likeness().band() != Band.SAME_IMAGE_DATA)
                .toList();
    }
}
