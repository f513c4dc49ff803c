package org.photoledger.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.photoledger.similarity.LikePhoto;
import org.photoledger.similarity.Likeness;
import org.photoledger.similarity.PerceptualHash;
import org.photoledger.similarity.Stars;
import org.photoledger.store.Database;
import org.photoledger.store.LinkStore;
import org.photoledger.store.LinkStore.Pair;

/**
 * Links duplicates page by page: exact copies and equal image data first, then each photo with all that were linked before
 * it, then the pairs whose text came later, at last the clusters. What is linked is a function of the set of photos: neither
 * runs nor kills nor the order of pages show in it.
 */
final class Linking {

    private static final int PAGE = 500;

    private final Database database;
    private final LinkStore store;
    private final Judging judging;
    private final long run;
    private final int cap;
    private final int pageSize;
    private @Nullable LinkingOrder order;

    /**
     * Of a run.
     *
     * @param cap the most partners of one photo that are kept as pairs
     */
    Linking(Database database, long run, int cap) {
        this(database, run, cap, PAGE);
    }

    Linking(Database database, long run, int cap, int pageSize) {
        this.database = database;
        this.store = database.links();
        this.judging = new Judging(store);
        this.run = run;
        this.cap = cap;
        this.pageSize = pageSize;
    }

    /** Does the next page, in a transaction of the caller's; false where it was the last. */
    boolean nextPage() {
        if (order == null) {
            order = begun();
            return true;
        }
        List<Integer> page = order.nextPage(pageSize);
        if (!page.isEmpty()) {
            link(order, page);
            return true;
        }
        if (rejudgedPage()) {
            return true;
        }
        store.findDifferentNumbers();
        List<LikePhoto> photos = database.clusters().photos();
        database.clusters().replace(run, Stars.of(photos, database.clusters().pairs(photos)));
        return false;
    }

    private LinkingOrder begun() {
        database.sourceFiles().decideDuplicates(run);
        database.photos().linkSameImageData(run);
        store.follow(rules());
        return LinkingOrder.of(store);
    }

    private String rules() {
        return PerceptualHash.ALGORITHM + " " + Likeness.RULES + " " + cap;
    }

    private void link(LinkingOrder photos, List<Integer> page) {
        List<Long> ids = page.stream().map(photos::id).toList();
        new EqualHashes(store, judging).link(ids);
        linkNear(photos, page);
        store.linked(ids, rules());
        photos.linked(page.size());
    }

    /** Of a hub only the number of its partners is kept: whether a pair is does not depend on which of its photos came first. */
    private void linkNear(LinkingOrder photos, List<Integer> page) {
        Map<Integer, int[]> found = new LinkedHashMap<>();
        Map<Integer, Integer> before = new HashMap<>();
        for (int place : page) {
            before.putIfAbsent(place, photos.partners(place));
            int[] near = photos.countedBefore(place);
            for (int other : near) {
                before.putIfAbsent(other, photos.partners(other) - 1);
            }
            // a hub already: its pairs need not be remembered
            found.put(place, photos.partners(place) > cap ? new int[0] : near);
        }
        keepCounts(photos, before);
        Stream<Pair> pairs = found.entrySet().stream()
                .filter(entry -> photos.partners(entry.getKey()) <= cap)
                .flatMap(entry -> pairs(photos, entry.getKey(), entry.getValue()));
        judging.judge(pairs.iterator(), links -> store.add(links, false));
    }

    private Stream<Pair> pairs(LinkingOrder photos, int place, int[] near) {
        return java.util.Arrays.stream(near)
                .filter(other -> photos.partners(other) <= cap)
                .mapToObj(other -> new Pair(photos.id(place), photos.id(other)));
    }

    private void keepCounts(LinkingOrder photos, Map<Integer, Integer> before) {
        Map<Long, Integer> changed = new HashMap<>();
        List<Long> hubs = new ArrayList<>();
        before.forEach((place, partners) -> {
            if (photos.partners(place) != partners) {
                changed.put(photos.id(place), photos.partners(place));
            }
            if (partners <= cap && photos.partners(place) > cap) {
                hubs.add(photos.id(place));
            }
        });
        store.partners(changed, cap);
        store.removePairs(hubs);
    }

    private boolean rejudgedPage() {
        List<Long> photos = store.judgedWithoutText(pageSize);
        if (photos.isEmpty()) {
            return false;
        }
        judging.judge(store.pairsOf(photos).iterator(), store::rejudge);
        store.judgedWithText(photos);
        return true;
    }
}
