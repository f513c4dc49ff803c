package org.photoledger.text;

import org.photoledger.image.Luma;

/** Tells a line that stands upside down: PP-OCR's orientation classifier, far cheaper than reading the line twice. */
final class TurnClassifier implements AutoCloseable {

    private static final int HEIGHT = 48;
    private static final int WIDTH = 192;
    private static final float SURE = 0.9f;

    private final Model model;

    TurnClassifier(Model model) {
        this.model = model;
    }

    boolean upsideDown(Luma picture, TextBox box) {
        Luma line = LineCrop.of(picture, box, HEIGHT, 1, WIDTH);
        float[] input = new float[3 * HEIGHT * WIDTH];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < line.width(); x++) {
                float value = line.at(x, y) / 127.5f - 1;
                for (int channel = 0; channel < 3; channel++) {
                    input[(channel * HEIGHT + y) * WIDTH + x] = value;
                }
            }
        }
        return model.run(input, 1, 3, HEIGHT, WIDTH).values()[1] > SURE;
    }

    @Override
    public void close() {
        model.close();
    }
}
