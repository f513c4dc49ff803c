package org.photoledger.similarity;

import java.awt.geom.Rectangle2D;

/**
 * A number that was read in a photo, and where.
 *
 * @param text normalized
 * @param box upright rectangle around it, in shares of the picture's width and height: 0 to 1
 */
public record NumberRegion(String text, Rectangle2D box) {

    private static final double ONE_PLACE = 0.5;

    /** Around four corners: x and y of each, in shares of the width and height. */
    public static NumberRegion of(String text, double... corners) {
        Rectangle2D box = new Rectangle2D.Double(corners[0], corners[1], 0, 0);
        for (int at = 2; at < corners.length; at += 2) {
            box.add(corners[at], corners[at + 1]);
        }
        return new NumberRegion(text, box);
    }

    /** Where it is once its picture is turned by an EXIF orientation 1 to 8, as {@link org.photoledger.image.Luma#turned}. */
    public NumberRegion turned(int orientation) {
        double left = box.getMinX();
        double top = box.getMinY();
        double right = 1 - box.getMaxX();
        double bottom = 1 - box.getMaxY();
        return switch (orientation) {
            case 2 -> at(right, top, false);
            case 3 -> at(right, bottom, false);
            case 4 -> at(left, bottom, false);
            case 5 -> at(top, left, true);
            case 6 -> at(bottom, left, true);
            case 7 -> at(bottom, right, true);
            case 8 -> at(top, right, true);
            default -> this;
        };
    }

    private NumberRegion at(double x, double y, boolean sideways) {
        double width = sideways ? box.getHeight() : box.getWidth();
        double height = sideways ? box.getWidth() : box.getHeight();
        return new NumberRegion(text, new Rectangle2D.Double(x, y, width, height));
    }

    /** Whether at least half of the smaller lies in the other. */
    boolean overlaps(NumberRegion other) {
        Rectangle2D common = box.createIntersection(other.box);
        return !common.isEmpty() && area(common) >= ONE_PLACE * Math.min(area(box), area(other.box));
    }

    private static double area(Rectangle2D box) {
        return box.getWidth() * box.getHeight();
    }
}
