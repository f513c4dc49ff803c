package org.photoledger.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.photoledger.image.Luma;

/**
 * Cards, labels and slips with something written on them, found without a model: marks in a row on a patch of paper that is
 * compact. The detector sees no short number a few pixels high; where such a patch is, it looks again from nearby.
 */
final class PaperPatches {

    /** Neighbours of a row are no further apart than this, in heights of the larger mark. */
    private static final double WIDEST_GAP = 1;

    private static final double LIKE_HEIGHT = 0.25;
    private static final double LIKE_MIDDLE = 0.7;

    /** Grey levels by which a patch's paper may differ from itself. */
    private static final float TONE = 35;

    /** A patch is so many times as large as the row, and fills so much of its convex hull. */
    private static final double LEAST_AREA = 1.6;

    private static final double MOST_AREA = 60;
    private static final double LEAST_FILL = 0.85;

    private static final int BEYOND = 8;
    private static final int RING = 3;

    private PaperPatches() {}

    /** Patches with at least one row of marks that is not seen yet, the first ones of the picture; at most so many. */
    static List<Bounds> of(Luma picture, Predicate<Bounds> isSeen, int most) {
        List<Bounds> patches = new ArrayList<>();
        for (Bounds row : rows(PaperMarks.of(picture))) {
            boolean isNew = patches.stream().noneMatch(patch -> patch.holds(row));
            if (patches.size() < most && isNew && !isSeen.test(row)) {
                Bounds patch = patch(picture, row);
                if (patch != null) {
                    patches.add(patch);
                }
            }
        }
        return patches;
    }

    /** Marks that stand in a row with at least one other, joined. */
    private static List<Bounds> rows(List<Bounds> marks) {
        List<Bounds> left = new ArrayList<>(marks);
        List<Bounds> rows = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Bounds> row = new ArrayList<>(List.of(left.remove(0)));
            for (int at = 0; at < row.size(); at++) {
                Bounds mark = row.get(at);
                List<Bounds> beside =
                        left.stream().filter(other -> inOneRow(mark, other)).toList();
                row.addAll(beside);
                left.removeAll(beside);
            }
            if (row.size() > 1) {
                rows.add(row.stream().reduce(row.get(0), Bounds::with));
            }
        }
        return rows;
    }

    private static boolean inOneRow(Bounds one, Bounds other) {
        double high = Math.max(one.height(), other.height());
        int gap = Math.max(one.left(), other.left()) - Math.min(one.right(), other.right());
        return gap <= WIDEST_GAP * high
                && Math.abs(one.middle() - other.middle()) < LIKE_MIDDLE * high
                && Math.min(one.height(), other.height()) >= LIKE_HEIGHT * high;
    }

    /** The paper on which a row stands; null where it is no compact patch. */
    private static @org.jspecify.annotations.Nullable Bounds patch(Luma picture, Bounds row) {
        int down = BEYOND * Math.max(row.height(), BEYOND);
        Bounds window = row.grown(Math.max(down, 2 * row.width()), down, picture.width(), picture.height());
        PaperFill fill =
                PaperFill.from(picture, row.grown(RING, RING, picture.width(), picture.height()), window, TONE);
        double share = fill.area() / ((double) row.width() * row.height());
        return share >= LEAST_AREA && share <= MOST_AREA && fill.convexity() >= LEAST_FILL ? fill.bounds() : null;
    }
}
