package org.photoledger.text;

import java.util.List;

/** The rectangle of least area around points, upright ones preferred; one side on an edge of their hull (Freeman and Shapira, CACM 18, 1975). */
final class SmallestBox {

    private static final double NEARLY = 0.85;

    private SmallestBox() {}

    /** Around at least one point; its long side nearest to upright reading from left to right. */
    static TextBox around(List<Corner> points) {
        List<Corner> hull = ConvexHull.of(points);
        TextBox best = along(hull, 0);
        // a short word's smallest rectangle may stand on a corner; an upright one that is nearly as small is right
        double least = NEARLY * best.width() * best.height();
        for (int edge = 0; edge < hull.size(); edge++) {
            Corner from = hull.get(edge);
            Corner to = hull.get((edge + 1) % hull.size());
            TextBox box = along(hull, Math.atan2(to.y() - from.y(), to.x() - from.x()));
            double area = box.width() * box.height();
            if (area < least) {
                best = box;
                least = area;
            }
        }
        return best;
    }

    /** The box whose top edge runs at this angle, folded into -45 to 45 degrees. */
    private static TextBox along(List<Corner> hull, double angle) {
        double folded = angle - Math.PI / 2 * Math.rint(angle / (Math.PI / 2));
        double cos = Math.cos(folded);
        double sin = Math.sin(folded);
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (Corner corner : hull) {
            double u = corner.x() * cos + corner.y() * sin;
            double v = corner.y() * cos - corner.x() * sin;
            left = Math.min(left, u);
            right = Math.max(right, u);
            top = Math.min(top, v);
            bottom = Math.max(bottom, v);
        }
        return new TextBox(
                at(left, top, cos, sin),
                at(right, top, cos, sin),
                at(right, bottom, cos, sin),
                at(left, bottom, cos, sin));
    }

    private static Corner at(double u, double v, double cos, double sin) {
        return new Corner(u * cos - v * sin, u * sin + v * cos);
    }
}
