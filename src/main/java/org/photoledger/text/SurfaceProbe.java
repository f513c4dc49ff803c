package org.photoledger.text;

import java.util.List;
import java.util.Optional;
import org.photoledger.image.Luma;

/**
 * Looks at the patch that a line of text stands on: where it ends, and how flat it is away from the ink. A rectangle that
 * a program filled has one tone, which JPEG leaves alone but near ink, and ends between two rows or columns of pixels;
 * paper before a lens has noise, shade and soft or slanting ends. The figures were set on drawn labels and cards.
 */
final class SurfaceProbe {

    static final String VERSION = "surface-1";

    private static final int LEAST_SIDE = 4;

    /** Standard deviations in grey levels: of a filled rectangle after JPEG at most, of plain paper at most. */
    private static final double FLAT = 2;

    private static final double PLAIN = 12;

    /** A wall or a sky behind a line of text may end on one side. */
    private static final int LEAST_ENDS = 2;

    /** So far from ink and ends JPEG leaves the paper's tone alone, mostly; in pixels. */
    private static final int AWAY = 4;

    private static final int MOST_SAMPLES = 2_000;
    private static final int LEAST_SAMPLES = 30;

    private SurfaceProbe() {}

    static Surface of(Luma picture, TextBox box) {
        PatchFrame frame = PatchFrame.of(picture, box);
        if (frame.width() < LEAST_SIDE || frame.height() < LEAST_SIDE) {
            return Surface.UNKNOWN;
        }
        Optional<PatchTone> paper = PatchTone.of(frame);
        return paper.isEmpty() ? Surface.UNKNOWN : surface(frame, paper.get());
    }

    private static Surface surface(PatchFrame frame, PatchTone paper) {
        List<PatchEdge> edges = edges(frame, paper);
        double deviation = deviation(frame, paper, edges);
        long crisp = count(edges, PatchEdge.Kind.CRISP);
        if (frame.aligned() && deviation < FLAT) {
            boolean all = crisp > 0 && crisp + count(edges, PatchEdge.Kind.PICTURE) == edges.size();
            return all ? Surface.OVERLAY : Surface.UNKNOWN;
        }
        long ends = edges.stream().filter(edge -> endsPaper(frame, edge)).count();
        return deviation <= PLAIN && ends >= LEAST_ENDS ? Surface.SCENE : Surface.UNKNOWN;
    }

    /** Far inside of the line's box there is no end of what it stands on. */
    private static boolean endsPaper(PatchFrame frame, PatchEdge edge) {
        boolean thing = edge.kind() == PatchEdge.Kind.CRISP || edge.kind() == PatchEdge.Kind.SOFT;
        return thing && 2 * edge.distance() > -frame.height();
    }

    private static long count(List<PatchEdge> edges, PatchEdge.Kind kind) {
        return edges.stream().filter(edge -> edge.kind() == kind).count();
    }

    /** Left, right, top and bottom; above and below only what lies between left and right is looked at. */
    private static List<PatchEdge> edges(PatchFrame frame, PatchTone paper) {
        int height = frame.height();
        int middle = -frame.width() / 2;
        PatchEdge left = PatchEdge.of(new PatchSide(frame, paper, PatchSide.Place.LEFT, 0, height), middle);
        PatchEdge right = PatchEdge.of(new PatchSide(frame, paper, PatchSide.Place.RIGHT, 0, height), middle);
        int from = Math.max(0, AWAY - left.distance());
        int to = frame.width() - Math.max(0, AWAY - right.distance());
        PatchEdge top = PatchEdge.of(new PatchSide(frame, paper, PatchSide.Place.TOP, from, to), -height / 4);
        PatchEdge bottom = PatchEdge.of(new PatchSide(frame, paper, PatchSide.Place.BOTTOM, from, to), -height / 4);
        return List.of(left, right, top, bottom);
    }

    /** Standard deviation of the paper between its ends; not a number where there is too little of it. */
    private static double deviation(PatchFrame frame, PatchTone paper, List<PatchEdge> edges) {
        int[] margins = edges.stream()
                .mapToInt(edge -> Math.min(edge.distance() - AWAY, 2 * frame.height()))
                .toArray();
        int width = frame.width() + margins[0] + margins[1];
        int height = frame.height() + margins[2] + margins[3];
        int step = (int) Math.ceil(Math.sqrt(Math.max(1, (double) width * height / MOST_SAMPLES)));
        int count = 0;
        double sum = 0;
        double squares = 0;
        for (int v = -margins[2]; v < height - margins[2]; v += step) {
            for (int u = -margins[0]; u < width - margins[0]; u += step) {
                if (awayFromInk(frame, paper, u, v)) {
                    double tone = frame.tone(u, v);
                    count++;
                    sum += tone;
                    squares += tone * tone;
                }
            }
        }
        if (count < LEAST_SAMPLES) {
            return Double.NaN;
        }
        return Math.sqrt(Math.max(0, squares / count - sum / count * sum / count));
    }

    private static boolean awayFromInk(PatchFrame frame, PatchTone paper, int u, int v) {
        for (int down = -AWAY; down <= AWAY; down += 2) {
            for (int across = -AWAY; across <= AWAY; across += 2) {
                if (!paper.is(frame.tone(u + across, v + down))) {
                    return false;
                }
            }
        }
        return true;
    }
}
