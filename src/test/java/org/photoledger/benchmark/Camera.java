package org.photoledger.benchmark;

import java.util.List;

/** A camera that never was: sizes and JPEG qualities (0 to 1) as real ones have them, grain in grey levels. */
record Camera(String make, String model, String serial, int width, int height, float quality, double grain) {

    static final Camera LARGE = new Camera("Orbis", "D120", "OR-120-7731", 4000, 3000, 0.92f, 2.8);
    static final Camera TINY = new Camera("Orbis", "D1", "OR-1-0042", 240, 180, 0.85f, 1.5);

    static final List<Camera> ALL = List.of(
            new Camera("Orbis", "D20", "OR-20-1184", 1600, 1200, 0.94f, 2.4),
            new Camera("Orbis", "D40", "OR-40-2210", 2048, 1536, 0.93f, 2.4),
            new Camera("Lumet", "L5", "551042", 2592, 1944, 0.92f, 2.8),
            new Camera("Lumet", "L8", "880317", 3264, 2448, 0.91f, 2.8),
            new Camera("Lumet", "L10", "901273", 3648, 2736, 0.90f, 2.8),
            LARGE);
}
