package org.photoledger.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.photoledger.image.Luma;

class ThumbTest {

    @Test
    void averagesTheAreaThatEachSampleCovers() {
        float[] samples = new float[128 * 128];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = at % 2 == 0 ? 0 : 200;
        }
        assertThat(Thumb.of(new Luma(128, 128, samples)).samples()).containsOnly((byte) 100);
    }

    @Test
    void aPictureOfOnePixelIsDrawnOut() {
        assertThat(Thumb.of(new Luma(1, 1, new float[] {77})).samples()).containsOnly((byte) 77);
    }

    @Test
    void comesBackFromItsSamples() {
        Thumb thumb = Thumb.of(new Luma(2, 1, new float[] {0, 255}));
        assertThat(Thumb.of(thumb.samples()).samples()).isEqualTo(thumb.samples());
        assertThatThrownBy(() -> Thumb.of(new byte[3])).isInstanceOf(IllegalArgumentException.class);
    }
}
