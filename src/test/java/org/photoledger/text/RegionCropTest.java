package org.photoledger.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.photoledger.image.Luma;

/** A crop is 48 pixels high and never above its bytes: first its quality goes down, then its width. */
class RegionCropTest {

    private static Luma noise(int width, int height) {
        Random random = new Random(3);
        float[] samples = new float[width * height];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = random.nextInt(256);
        }
        return new Luma(width, height, samples);
    }

    private static TextBox whole(Luma line) {
        return new TextBox(
                new Corner(0, 0),
                new Corner(line.width(), 0),
                new Corner(line.width(), line.height()),
                new Corner(0, line.height()));
    }

    private static Luma decoded(RegionCrop crop) throws IOException {
        return Luma.of(ImageIO.read(new ByteArrayInputStream(crop.jpeg())));
    }

    @Test
    void aPlainLineKeepsItsWidthAndItsTones() throws IOException {
        float[] samples = new float[400 * 48];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = at % 400 < 200 ? 30 : 220;
        }
        Luma line = new Luma(400, 48, samples);
        RegionCrop crop = RegionCrop.of(line, whole(line));
        assertThat(crop.jpeg().length).isLessThanOrEqualTo(RegionCrop.MOST_BYTES);
        Luma decoded = decoded(crop);
        assertThat(decoded.width()).isEqualTo(400);
        assertThat(decoded.height()).isEqualTo(48);
        assertThat(decoded.at(100, 24)).isCloseTo(30, within(4f));
        assertThat(decoded.at(300, 24)).isCloseTo(220, within(4f));
    }

    @Test
    void aLongNoisyLineFitsByBecomingNarrower() throws IOException {
        Luma line = noise(1_600, 48);
        RegionCrop crop = RegionCrop.of(line, whole(line));
        assertThat(crop.jpeg().length).isBetween(RegionCrop.MOST_BYTES / 2, RegionCrop.MOST_BYTES);
        Luma decoded = decoded(crop);
        assertThat(decoded.height()).isEqualTo(48);
        assertThat(decoded.width()).isBetween(48, 1_599);
    }

    @Test
    void boxesOfNoSizeAndOutsideThePictureGiveACrop() throws IOException {
        Corner far = new Corner(-900, 900);
        RegionCrop nothing = RegionCrop.of(noise(20, 20), new TextBox(far, far, far, far));
        assertThat(decoded(nothing).height()).isEqualTo(48);
    }

    @Test
    void cropsOfTheSameBytesAreEqualAndTheirBytesAreTheirOwn() {
        byte[] bytes = {1, 2, 3};
        RegionCrop crop = new RegionCrop(bytes);
        bytes[0] = 9;
        crop.jpeg()[1] = 9;
        assertThat(crop.jpeg()).containsExactly(1, 2, 3);
        assertThat(crop)
                .isEqualTo(new RegionCrop(new byte[] {1, 2, 3}))
                .hasSameHashCodeAs(new RegionCrop(new byte[] {1, 2, 3}))
                .isNotEqualTo(new RegionCrop(bytes));
    }

    @Test
    void moreBytesThanAllowedAreRefused() {
        assertThat(new RegionCrop(new byte[RegionCrop.MOST_BYTES]).jpeg()).hasSize(2_048);
        assertThatThrownBy(() -> new RegionCrop(new byte[RegionCrop.MOST_BYTES + 1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2049 bytes");
    }
}
