package org.photoledger.text;

import java.util.List;
import org.photoledger.image.Luma;

/** Reads Latin text and Western digits: PP-OCRv4's line recognizer, or one of the operator's own behind the same code. */
final class WesternReader implements AutoCloseable {

    private static final int HEIGHT = 48;
    private static final int LEAST_WIDTH = 16;
    private static final int MOST_WIDTH = 1_600;

    private final String engine;
    private final Model model;
    private final List<String> characters;

    /** The characters of class 1 and on; the class after the last one is the blank between words. */
    WesternReader(String engine, Model model, List<String> characters) {
        this.engine = engine;
        this.model = model;
        this.characters = List.copyOf(characters);
    }

    LineReading read(Luma picture, TextBox box) {
        Luma line = LineCrop.of(picture, box, HEIGHT, LEAST_WIDTH, MOST_WIDTH);
        float[] grey = line.samples();
        float[] input = new float[3 * grey.length];
        for (int at = 0; at < grey.length; at++) {
            float value = grey[at] / 127.5f - 1;
            input[at] = value;
            input[grey.length + at] = value;
            input[2 * grey.length + at] = value;
        }
        Model.Output output = model.run(input, 1, 3, HEIGHT, line.width());
        int classes = (int) output.shape()[2];
        CtcPath path = CtcPath.greedy(output.values(), (int) output.shape()[1], classes, number -> true);
        return LineReading.of(engine, path, this::character);
    }

    private String character(int number) {
        return number <= characters.size() ? characters.get(number - 1) : " ";
    }

    @Override
    public void close() {
        model.close();
    }
}
