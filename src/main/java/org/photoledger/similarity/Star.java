package org.photoledger.similarity;

import java.util.List;
import java.util.Objects;

/**
 * A cluster: photos that are all near one of them.
 *
 * @param members the representative first, the others in the order of evidence; at least two. A member near to two
 *     representatives goes to the nearer one, which may have less evidence than the member itself
 */
public record Star(List<LikePhoto> members) {

    private static final int MANY = 200;
    private static final int LITTLE_DETAIL = 60;

    public Star {
        members = List.copyOf(members);
    }

    /** The member that the others are near to. */
    public LikePhoto representative() {
        return members.get(0);
    }

    /** Whether it may be a heap of pictures of little detail: more than 200 members, a hub, or a median quality below 60. */
    public boolean suspicious() {
        return members.size() > MANY || members.stream().anyMatch(LikePhoto::hub) || medianQuality() < LITTLE_DETAIL;
    }

    /** The lower median of those that have a hash. */
    private int medianQuality() {
        List<Integer> qualities = members.stream()
                .map(LikePhoto::quality)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return qualities.isEmpty() ? 100 : qualities.get((qualities.size() - 1) / 2);
    }
}
