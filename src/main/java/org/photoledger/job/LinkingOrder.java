package org.photoledger.job;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.photoledger.similarity.NearPhotos;
import org.photoledger.store.LinkStore;

/** All photos that have a hash, those linked already first, with the number of partners that each has so far. */
final class LinkingOrder {

    private final NearPhotos near;
    private final long[] ids;
    private final int[] partners;

    /** The first place that is not linked. */
    private int next;

    private LinkingOrder(NearPhotos near, long[] ids, int[] partners, int next) {
        this.near = near;
        this.ids = ids;
        this.partners = partners;
        this.next = next;
    }

    static LinkingOrder of(LinkStore store) {
        NearPhotos.Builder near = new NearPhotos.Builder();
        LongStream.Builder ids = LongStream.builder();
        IntStream.Builder partners = IntStream.builder();
        int[] linked = {0};
        store.eachHashed(photo -> {
            near.add(photo.hash(), photo.trimmedHash());
            ids.add(photo.id());
            partners.add(photo.partners());
            linked[0] += photo.linked() ? 1 : 0;
        });
        return new LinkingOrder(
                near.build(), ids.build().toArray(), partners.build().toArray(), linked[0]);
    }

    /** The next places to be linked, at most so many. */
    List<Integer> nextPage(int most) {
        return IntStream.range(next, Math.min(ids.length, next + most)).boxed().toList();
    }

    void linked(int places) {
        next += places;
    }

    long id(int place) {
        return ids[place];
    }

    int partners(int place) {
        return partners[place];
    }

    /** Counts the photos before this one that are near it, at both ends, and tells their places. */
    int[] countedBefore(int place) {
        int[] found = near.before(place);
        partners[place] += found.length;
        for (int other : found) {
            partners[other]++;
        }
        return found;
    }
}
