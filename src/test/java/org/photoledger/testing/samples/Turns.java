package org.photoledger.testing.samples;

import java.awt.image.BufferedImage;

/** Pictures coded in one of EXIF's eight orientations. */
final class Turns {

    private Turns() {}

    /** The coded form that a viewer turns upright by the orientation. */
    static BufferedImage coded(BufferedImage upright, int orientation) {
        boolean sideways = orientation >= 5;
        int width = sideways ? upright.getHeight() : upright.getWidth();
        int height = sideways ? upright.getWidth() : upright.getHeight();
        BufferedImage coded = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < upright.getHeight(); y++) {
            for (int x = 0; x < upright.getWidth(); x++) {
                int right = width - 1;
                int bottom = height - 1;
                int rgb = upright.getRGB(x, y);
                switch (orientation) {
                    case 2 -> coded.setRGB(right - x, y, rgb);
                    case 3 -> coded.setRGB(right - x, bottom - y, rgb);
                    case 4 -> coded.setRGB(x, bottom - y, rgb);
                    case 5 -> coded.setRGB(y, x, rgb);
                    case 6 -> coded.setRGB(y, bottom - x, rgb);
                    case 7 -> coded.setRGB(right - y, bottom - x, rgb);
                    case 8 -> coded.setRGB(right - y, x, rgb);
                    default -> coded.setRGB(x, y, rgb);
                }
            }
        }
        return coded;
    }
}
