package org.photoledger.job;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.photoledger.store.EqualHash;
import org.photoledger.store.LinkStore;
import org.photoledger.store.LinkStore.Pair;

/** Links photos of one hash to the first of them: n photos by n - 1 links, where all pairs of ten thousand are fifty million. */
final class EqualHashes {

    private final LinkStore store;
    private final Judging judging;

    EqualHashes(LinkStore store, Judging judging) {
        this.store = store;
        this.judging = judging;
    }

    /** Takes photos into the groups of their hashes; where one of them comes first now, its group is linked anew. */
    void link(List<Long> page) {
        Set<Long> arriving = new HashSet<>(page);
        Map<String, List<EqualHash>> groups = store.ofHashesOf(page).stream()
                .filter(photo -> photo.linked() || arriving.contains(photo.id()))
                .sorted()
                .collect(Collectors.groupingBy(photo -> photo.hash().hex(), HashMap::new, Collectors.toList()));
        Stream<Pair> pairs =
                groups.values().stream().filter(group -> group.size() > 1).flatMap(this::pairs);
        judging.judge(pairs.iterator(), links -> store.add(links, true));
    }

    private Stream<Pair> pairs(List<EqualHash> group) {
        EqualHash first = group.get(0);
        boolean anew = !first.linked();
        if (anew) {
            group.stream().filter(EqualHash::linked).findFirst().ifPresent(old -> store.removeStar(old.sha256()));
        }
        return group.stream()
                .skip(1)
                .filter(photo -> anew || !photo.linked())
                .filter(photo -> !photo.sameImageData(first))
                .map(photo -> new Pair(first.id(), photo.id()));
    }
}
