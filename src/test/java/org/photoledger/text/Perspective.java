package org.photoledger.text;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/** How a flat card looks in a photo: its rectangle goes to four corners (Heckbert, Fundamentals of Texture Mapping, 1989). */
final class Perspective {

    private static final double FLATNESS = 0.1;

    private final Rectangle2D card;
    private final double[] x;
    private final double[] y;
    private final double[] depth;

    /** Corners clockwise from the card's top left. */
    Perspective(Rectangle2D card, Corner[] to) {
        this.card = card;
        double dx1 = to[1].x() - to[2].x();
        double dx2 = to[3].x() - to[2].x();
        double dx3 = to[0].x() - to[1].x() + to[2].x() - to[3].x();
        double dy1 = to[1].y() - to[2].y();
        double dy2 = to[3].y() - to[2].y();
        double dy3 = to[0].y() - to[1].y() + to[2].y() - to[3].y();
        double across = (dx3 * dy2 - dx2 * dy3) / (dx1 * dy2 - dx2 * dy1);
        double down = (dx1 * dy3 - dx3 * dy1) / (dx1 * dy2 - dx2 * dy1);
        this.depth = new double[] {across, down, 1};
        this.x = new double[] {
            to[1].x() - to[0].x() + across * to[1].x(), to[3].x() - to[0].x() + down * to[3].x(), to[0].x()
        };
        this.y = new double[] {
            to[1].y() - to[0].y() + across * to[1].y(), to[3].y() - to[0].y() + down * to[3].y(), to[0].y()
        };
    }

    Corner of(double cardX, double cardY) {
        double u = (cardX - card.getX()) / card.getWidth();
        double v = (cardY - card.getY()) / card.getHeight();
        double far = depth[0] * u + depth[1] * v + depth[2];
        return new Corner((x[0] * u + x[1] * v + x[2]) / far, (y[0] * u + y[1] * v + y[2]) / far);
    }

    TextBox of(Rectangle2D part) {
        return new TextBox(
                of(part.getMinX(), part.getMinY()),
                of(part.getMaxX(), part.getMinY()),
                of(part.getMaxX(), part.getMaxY()),
                of(part.getMinX(), part.getMaxY()));
    }

    /** The shape's outline, point by point. */
    Shape of(Shape shape) {
        Path2D seen = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double[] at = new double[6];
        for (PathIterator path = shape.getPathIterator(null, FLATNESS); !path.isDone(); path.next()) {
            int step = path.currentSegment(at);
            Corner corner = of(at[0], at[1]);
            Point2D point = new Point2D.Double(corner.x(), corner.y());
            switch (step) {
                case PathIterator.SEG_MOVETO -> seen.moveTo(point.getX(), point.getY());
                case PathIterator.SEG_LINETO -> seen.lineTo(point.getX(), point.getY());
                default -> seen.closePath();
            }
        }
        return seen;
    }
}
