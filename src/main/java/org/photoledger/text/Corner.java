package org.photoledger.text;

/** A point of a picture, in pixels; x to the right, y downwards. */
public record Corner(double x, double y) {

    double distance(Corner other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    Corner towards(Corner other, double part) {
        return new Corner(x + (other.x - x) * part, y + (other.y - y) * part);
    }

    Corner turned(Corner around, double cos, double sin) {
        double right = x - around.x;
        double down = y - around.y;
        return new Corner(around.x + right * cos - down * sin, around.y + right * sin + down * cos);
    }

    Corner moved(double right, double down) {
        return new Corner(x + right, y + down);
    }

    Corner within(double width, double height) {
        return new Corner(Math.max(0, Math.min(width, x)), Math.max(0, Math.min(height, y)));
    }
}
