package org.photoledger.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The convex hull of points: Andrew's monotone chain (Information Processing Letters 9, 1979). */
final class ConvexHull {

    private ConvexHull() {}

    /** The hull's corners in order; fewer than three where all points lie on a line. */
    static List<Corner> of(List<Corner> points) {
        List<Corner> sorted = new ArrayList<>(points);
        sorted.sort(Comparator.comparingDouble(Corner::x).thenComparingDouble(Corner::y));
        List<Corner> hull = new ArrayList<>();
        extend(hull, sorted, 1);
        int lower = hull.size();
        java.util.Collections.reverse(sorted);
        extend(hull, sorted, lower);
        if (hull.size() > 1) {
            hull.remove(hull.size() - 1);
        }
        return hull;
    }

    /** Area within a hull, in square pixels (shoelace formula). */
    static double area(List<Corner> hull) {
        double twice = 0;
        for (int at = 0; at < hull.size(); at++) {
            Corner one = hull.get(at);
            Corner next = hull.get((at + 1) % hull.size());
            twice += one.x() * next.y() - next.x() * one.y();
        }
        return Math.abs(twice) / 2;
    }

    private static void extend(List<Corner> hull, List<Corner> points, int least) {
        for (Corner point : points) {
            while (hull.size() > least && turn(hull, point) <= 0) {
                hull.remove(hull.size() - 1);
            }
            if (hull.isEmpty() || !hull.get(hull.size() - 1).equals(point)) {
                hull.add(point);
            }
        }
    }

    private static double turn(List<Corner> hull, Corner point) {
        Corner last = hull.get(hull.size() - 1);
        Corner before = hull.get(hull.size() - 2);
        return (last.x() - before.x()) * (point.y() - before.y()) - (last.y() - before.y()) * (point.x() - before.x());
    }
}
