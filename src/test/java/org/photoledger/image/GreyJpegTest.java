package org.photoledger.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Brightness becomes a grey JPEG that our own decoder reads back. */
class GreyJpegTest {

    private static Luma slope() {
        float[] samples = new float[256 * 48];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = at % 256;
        }
        samples[0] = -40;
        samples[255] = 300;
        return new Luma(256, 48, samples);
    }

    private static Luma decoded(byte[] jpeg) {
        ImageBytes bytes = ImageBytes.of(jpeg);
        ImageLimits limits = ImageLimits.defaults();
        ImageStructure structure = new ContainerWalker(limits).walk(bytes);
        return Luma.of(Objects.requireNonNull(
                new ImageDecoder(limits).decode(bytes, structure, "image/jpeg").pixels()));
    }

    @Test
    void tonesComeBackAsTheyWere() {
        Luma back = decoded(GreyJpeg.encode(slope(), 0.95f));
        assertThat(back.width()).isEqualTo(256);
        assertThat(back.height()).isEqualTo(48);
        for (int x : new int[] {20, 128, 230}) {
            assertThat(back.at(x, 24)).isCloseTo(x, within(3f));
        }
    }

    @Test
    void lowerQualityTakesFewerBytesAndTheSameTakesTheSame() {
        assertThat(GreyJpeg.encode(slope(), 0.2f).length).isLessThan(GreyJpeg.encode(slope(), 0.9f).length);
        assertThat(GreyJpeg.encode(slope(), 0.5f)).isEqualTo(GreyJpeg.encode(slope(), 0.5f));
    }
}
