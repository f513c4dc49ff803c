package org.photoledger.job;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.photoledger.similarity.NearPhotos;
import org.photoledger.store.HashedPhoto;
import org.photoledger.store.LinkStore;

/** All photos that have a hash, each in a place: paired ones first, then those whose partners are counted, then new ones. */
final class LinkingOrder {

    private final NearPhotos near;
    private final long[] ids;
    private final int[] partners;

    /** The first place that is not paired, and the first that is not counted. */
    private int paired;

    private int counted;

    private LinkingOrder(NearPhotos near, long[] ids, int[] partners) {
        this.near = near;
        this.ids = ids;
        this.partners = partners;
    }

    static LinkingOrder of(LinkStore store) {
        NearPhotos.Builder near = new NearPhotos.Builder();
        LongStream.Builder ids = LongStream.builder();
        IntStream.Builder partners = IntStream.builder();
        Map<HashedPhoto.State, Integer> states = new EnumMap<>(HashedPhoto.State.class);
        store.eachHashed(photo -> {
            near.add(photo.hash(), photo.trimmedHash());
            ids.add(photo.id());
            partners.add(photo.partners());
            states.merge(photo.state(), 1, Integer::sum);
        });
        LinkingOrder order = new LinkingOrder(
                near.build(), ids.build().toArray(), partners.build().toArray());
        order.paired = states.getOrDefault(HashedPhoto.State.PAIRED, 0);
        order.counted = order.paired + states.getOrDefault(HashedPhoto.State.COUNTED, 0);
        return order;
    }

    /** The next places to be counted, at most so many. */
    List<Integer> uncounted(int most) {
        return page(counted, most);
    }

    /** The next places to be paired, at most so many. */
    List<Integer> unpaired(int most) {
        return page(paired, most);
    }

    private List<Integer> page(int from, int most) {
        return IntStream.range(from, Math.min(ids.length, from + most)).boxed().toList();
    }

    void paired(int places) {
        paired += places;
    }

    long id(int place) {
        return ids[place];
    }

    int partners(int place) {
        return partners[place];
    }

    /** Places before this one whose photos are near its. */
    IntStream nearBefore(int place) {
        return Arrays.stream(near.before(place));
    }

    /** Counts the partners before a place, which is the next to be counted, at both ends; tells their places. */
    int[] countBefore(int place) {
        int[] found = near.before(place);
        partners[place] = found.length;
        for (int other : found) {
            partners[other]++;
        }
        counted = place + 1;
        return found;
    }
}
