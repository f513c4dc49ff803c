package org.photoledger.text;

import java.util.List;

/** Where a line of text stands: its four corners, clockwise as it is read, the first at the start of the line's top edge. */
public record TextBox(Corner topStart, Corner topEnd, Corner bottomEnd, Corner bottomStart) {

    /** All four, in order. */
    public List<Corner> corners() {
        return List.of(topStart, topEnd, bottomEnd, bottomStart);
    }

    TextBox within(double width, double height) {
        return new TextBox(
                topStart.within(width, height),
                topEnd.within(width, height),
                bottomEnd.within(width, height),
                bottomStart.within(width, height));
    }

    /** Length of the line in pixels. */
    public double width() {
        return (topStart.distance(topEnd) + bottomStart.distance(bottomEnd)) / 2;
    }

    /** Height of the line in pixels. */
    public double height() {
        return (topStart.distance(bottomStart) + topEnd.distance(bottomEnd)) / 2;
    }

    /** Degrees clockwise from left to right in which the line runs, -180 to 180. */
    double angle() {
        double across = topEnd.x() - topStart.x() + bottomEnd.x() - bottomStart.x();
        double down = topEnd.y() - topStart.y() + bottomEnd.y() - bottomStart.y();
        return Math.toDegrees(Math.atan2(down, across));
    }

    /** The nearest of 0, 90, 180 and 270 degrees clockwise. */
    int turn() {
        return 90 * Math.floorMod(Math.round(angle() / 90), 4);
    }

    TextBox scaled(double horizontally, double vertically) {
        return new TextBox(
                scaled(topStart, horizontally, vertically),
                scaled(topEnd, horizontally, vertically),
                scaled(bottomEnd, horizontally, vertically),
                scaled(bottomStart, horizontally, vertically));
    }

    private static Corner scaled(Corner corner, double horizontally, double vertically) {
        return new Corner(corner.x() * horizontally, corner.y() * vertically);
    }

    /** Turned clockwise around its middle. */
    TextBox leaning(double degrees) {
        Corner middle = middle();
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        return new TextBox(
                topStart.turned(middle, cos, sin),
                topEnd.turned(middle, cos, sin),
                bottomEnd.turned(middle, cos, sin),
                bottomStart.turned(middle, cos, sin));
    }

    TextBox moved(double right, double down) {
        return new TextBox(
                topStart.moved(right, down),
                topEnd.moved(right, down),
                bottomEnd.moved(right, down),
                bottomStart.moved(right, down));
    }

    Corner middle() {
        return topStart.towards(bottomEnd, 0.5);
    }

    /** Whether a point lies within it or on its edge. */
    boolean holds(Corner point) {
        List<Corner> corners = corners();
        boolean inside = true;
        for (int at = 0; at < 4; at++) {
            Corner from = corners.get(at);
            Corner to = corners.get((at + 1) % 4);
            inside &= (to.x() - from.x()) * (point.y() - from.y()) - (to.y() - from.y()) * (point.x() - from.x()) >= 0;
        }
        return inside;
    }

    /** The part between these shares of its length and height; beyond 0 and 1 it reaches out. */
    TextBox part(double left, double top, double right, double bottom) {
        return new TextBox(at(left, top), at(right, top), at(right, bottom), at(left, bottom));
    }

    private Corner at(double u, double v) {
        return topStart.towards(topEnd, u).towards(bottomStart.towards(bottomEnd, u), v);
    }

    /** The same place read upside down. */
    TextBox turnedOver() {
        return new TextBox(
                /* topStart= */ bottomEnd,
                /* topEnd= */ bottomStart,
                /* bottomEnd= */ topStart,
                /* bottomStart= */ topEnd);
    }

    /** A line that stands on end is read from its other side: no script that we read runs downwards. */
    TextBox laidFlat() {
        boolean onEnd = height() > 1.5 * width();
        return onEnd
                ? new TextBox(
                        /* topStart= */ topEnd,
                        /* topEnd= */ bottomEnd,
                        /* bottomEnd= */ bottomStart,
                        /* bottomStart= */ topStart)
                : this;
    }
}
