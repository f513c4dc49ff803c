package org.photoledger.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;
import org.photoledger.testing.JpegCodings;
import org.photoledger.testing.Pictures;
import org.photoledger.testing.TiffFile;

/** What a decode takes is estimated by its route before a byte is decoded, and more than half of the memory is refused. */
class DecodeMemoryTest {

    private static final BufferedImage PICTURE = Pictures.drawn(41, 120, 80);

    private static ImageStructure walk(byte[] file) {
        return new ContainerWalker(ImageLimits.defaults()).walk(ImageBytes.of(file));
    }

    private static Decoding decode(byte[] file, String type) {
        return new ImageDecoder(ImageLimits.defaults()).decode(ImageBytes.of(file), walk(file), type);
    }

    @Test
    void memoryIsEstimatedByWhatTheRouteHolds() {
        PixelSize large = new PixelSize(4_000, 3_000);
        long raster = 2_000L * 1_500;
        assertThat(held(JpegCodings.headed(0xc0, 8, 4_000, 3_000))).isZero();
        // 4:2:0: half as many samples of colour as of brightness
        assertThat(held(JpegCodings.headed(0xc2, 8, 4_000, 3_000))).isEqualTo(2 * large.pixels() * 3 / 2);
        assertThat(ImageDecoder.estimatedBytes(
                        walk(JpegCodings.headed(0xc2, 8, 4_000, 3_000)).coding(), large))
                .isEqualTo(raster * 8 + 3 * large.pixels());
        assertThat(held(tiled(256, 256))).isEqualTo(256 * 256);
        assertThat(held(Pictures.as("png", PICTURE))).isZero();
    }

    private static long held(byte[] file) {
        return walk(file).coding().heldBytes();
    }

    private static byte[] tiled(int width, int height) {
        return TiffFile.plain()
                .page(FormatsTest.page(20, 10, 1).number(322, width).number(323, height))
                .array();
    }

    @Test
    void moreThanHalfOfTheMemoryIsRefusedWithTheLimit() {
        Decoding refused = decode(JpegCodings.headed(0xc2, 8, 14_000, 14_000), "image/jpeg");
        long limit = (Runtime.getRuntime().maxMemory() / 2) >> 20;
        assumeTrue(limit < 550, "a worker has less memory than this test");
        assertThat(refused.status()).isEqualTo(Decoding.Status.REFUSED);
        assertThat(refused.findings()).extracting(Finding::code).containsExactly(FindingCode.PIXELS_REFUSED);
        assertThat(refused.findings().get(0).detail()).contains("the limit is " + limit);
    }
}
