package org.photoledger.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.photoledger.image.Luma;

/** A frame and bars around a picture are found, and nothing else. */
class UniformBorderTest {

    private static final Luma SCENE = DrawnScene.of(11, 200, 120);

    /** The scene on a ground of one brightness, with noise of coding. */
    private static Luma on(float ground, int width, int height, int left, int top) {
        Random random = new Random(5);
        float[] samples = new float[width * height];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = ground + random.nextInt(7) - 3;
        }
        for (int y = 0; y < SCENE.height(); y++) {
            for (int x = 0; x < SCENE.width(); x++) {
                samples[(top + y) * width + left + x] = SCENE.at(x, y);
            }
        }
        return new Luma(width, height, samples);
    }

    private static void assertFound(Luma bordered) {
        PerceptualHash scene = PdqHasher.hash(SCENE);
        assertThat(scene.distance(PdqHasher.hash(bordered))).isGreaterThan(PerceptualHash.NEAR);
        PerceptualHash inner = PdqHasher.hash(UniformBorder.trimmed(bordered).orElseThrow());
        assertThat(scene.distance(inner)).isLessThanOrEqualTo(PerceptualHash.NEAR);
    }

    @Test
    void aFrameIsTakenOff() {
        assertFound(on(250, 240, 160, 20, 20));
        assertFound(on(3, 220, 170, 10, 10));
    }

    @Test
    void barsWithAClockInThemAreTakenOff() {
        Luma screen = on(0, 200, 400, 0, 140);
        float[] samples = screen.samples();
        for (int y = 4; y < 12; y++) {
            Arrays.fill(samples, 200 * y + 10, 200 * y + 40, 255);
        }
        assertFound(new Luma(200, 400, samples));
    }

    @Test
    void aPictureWithoutBorderHasNone() {
        assertThat(UniformBorder.trimmed(SCENE)).isEmpty();
    }

    @Test
    void aPictureOfOneBrightnessIsNoBorder() {
        assertThat(UniformBorder.trimmed(new Luma(1, 1, new float[1]))).isEmpty();
        assertThat(UniformBorder.trimmed(new Luma(90, 60, new float[90 * 60]))).isEmpty();
    }
}
