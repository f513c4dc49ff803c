package org.photoledger.text;

/** The bare cost of detection, to measure the product against: the model's run on an input of the same size, and nothing else. */
public final class BareDetection implements AutoCloseable {

    private final Model model = TextModels.detector();
    private final float[] input;
    private final int width;
    private final int height;

    /** Sides in pixels, multiples of 32. */
    public BareDetection(int width, int height) {
        this.width = width;
        this.height = height;
        this.input = new float[3 * width * height];
    }

    public void run() {
        Model.Output unused = model.run(input, 1, 3, height, width);
    }

    @Override
    public void close() {
        model.close();
    }
}
