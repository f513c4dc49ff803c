package org.photoledger.job;

import java.util.Collection;
import java.util.HashMap;
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
 * Links duplicates page by page: exact copies and equal image data first; then the near photos of each new one are counted,
 * and its pairs written; then the pairs whose text came later are judged anew, at last the clusters made. What is linked is
 * a function of the set of photos: neither runs nor kills nor the order of pages show in it.
 */
final class Linking {

    private static final int PAGE = 1_000;

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
        List<Integer> uncounted = order.uncounted(pageSize);
        if (!uncounted.isEmpty()) {
            count(order, uncounted);
            return true;
        }
        List<Integer> unpaired = order.unpaired(pageSize);
        if (!unpaired.isEmpty()) {
            pair(order, unpaired);
            return true;
        }
        if (rejudgedPage()) {
            return true;
        }
        // the index is not needed any more, and the clusters need room
        order = null;
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

    /** Of a hub only the number of its partners is kept: so all are counted before a pair is written. */
    private void count(LinkingOrder photos, List<Integer> page) {
        Map<Integer, Integer> before = new HashMap<>();
        for (int place : page) {
            for (int other : photos.countBefore(place)) {
                before.putIfAbsent(other, photos.partners(other) - 1);
            }
        }
        page.forEach(before::remove);
        store.counted(partners(photos, page), cap, rules());
        store.count(partners(photos, before.keySet()), cap);
        store.removePairs(before.entrySet().stream()
                .filter(entry -> entry.getValue() <= cap && photos.partners(entry.getKey()) > cap)
                .map(entry -> photos.id(entry.getKey()))
                .toList());
    }

    private static Map<Long, Integer> partners(LinkingOrder photos, Collection<Integer> places) {
        Map<Long, Integer> partners = new HashMap<>();
        places.forEach(place -> partners.put(photos.id(place), photos.partners(place)));
        return partners;
    }

    private void pair(LinkingOrder photos, List<Integer> page) {
        List<Long> ids = page.stream().map(photos::id).toList();
        new EqualHashes(store, judging).link(ids);
        Stream<Pair> pairs = page.stream()
                .filter(place -> photos.partners(place) <= cap)
                .flatMap(place -> photos.nearBefore(place)
                        .filter(other -> photos.partners(other) <= cap)
                        .mapToObj(other -> new Pair(photos.id(place), photos.id(other))));
        judging.judge(pairs.iterator(), links -> store.add(links, false));
        store.paired(ids);
        photos.paired(page.size());
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
