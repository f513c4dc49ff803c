package org.photoledger.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.photoledger.finding.FindingCode;
import org.photoledger.testing.Pictures;
import org.photoledger.testing.ScanBomb;

/** Pixels are decoded on one route, refused before a byte is decoded where a limit says so, and kept as far as they go. */
class ImageDecoderTest {

    private static final BufferedImage PICTURE = Pictures.drawn(5, 120, 80);

    private static Decoding decode(byte[] file, String mediaType, ImageLimits limits) {
        ImageBytes bytes = ImageBytes.of(file);
        return new ImageDecoder(limits).decode(bytes, new ContainerWalker(limits).walk(bytes), mediaType);
    }

    private static ImageLimits limits(long pixels, int scans) {
        return new ImageLimits(pixels, scans, 1 << 20, 100, 1 << 20, 100);
    }

    private static List<FindingCode> codes(Decoding decoding) {
        return decoding.findings().stream().map(finding -> finding.code()).toList();
    }

    private static Luma luma(Decoding decoding) {
        return Luma.of(Objects.requireNonNull(decoding.pixels()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "tiff"})
    void formatsWithoutLossGiveThePicturesOwnLuma(String format) {
        Decoding decoding = decode(Pictures.as(format, PICTURE), "image/" + format, ImageLimits.defaults());
        assertThat(decoding.status()).isEqualTo(Decoding.Status.DECODED);
        assertThat(luma(decoding).samples()).isEqualTo(Luma.of(PICTURE).samples());
        assertThat(decoding.route()).isEqualTo("FULL");
    }

    @Test
    void aPictureOfTheLimitIsDecodedAndOneMoreIsRefused() {
        byte[] file = Pictures.jpeg(PICTURE, 0.8f);
        assertThat(decode(file, "image/jpeg", limits(120 * 80, 100)).status()).isEqualTo(Decoding.Status.DECODED);
        Decoding refused = decode(file, "image/jpeg", limits(120 * 80 - 1, 100));
        assertThat(refused.status()).isEqualTo(Decoding.Status.REFUSED);
        assertThat(codes(refused)).containsExactly(FindingCode.PIXELS_REFUSED);
    }

    @Test
    void scansOfTheLimitAreDecodedAndOneMoreIsRefused() {
        byte[] file = ScanBomb.jpeg(20);
        int scans = new ContainerWalker(ImageLimits.defaults())
                .walk(ImageBytes.of(file))
                .coding()
                .scans();
        assertThat(scans).isGreaterThanOrEqualTo(20);
        assertThat(decode(file, "image/jpeg", limits(1_000_000_000, scans)).status())
                .isNotEqualTo(Decoding.Status.REFUSED);
        assertThat(codes(decode(file, "image/jpeg", limits(1_000_000_000, scans - 1))))
                .containsExactly(FindingCode.SCAN_LIMIT);
    }

    @Test
    void aHeaderOfFourThousandMegapixelsIsRefusedBeforeAnythingIsAllocated() {
        byte[] file = Pictures.jpeg(PICTURE, 0.8f);
        int frame = indexOfFrame(file);
        Arrays.fill(file, frame + 5, frame + 9, (byte) 0xff);
        Decoding refused = decode(file, "image/jpeg", limits(Integer.MAX_VALUE, 100));
        assertThat(refused.status()).isEqualTo(Decoding.Status.REFUSED);
    }

    private static int indexOfFrame(byte[] jpeg) {
        for (int at = 0; at < jpeg.length - 1; at++) {
            if ((jpeg[at] & 0xff) == 0xff && (jpeg[at + 1] & 0xff) == 0xc0) {
                return at;
            }
        }
        throw new IllegalArgumentException("no frame header");
    }

    @Test
    void aLargePictureIsReadEveryNthSample() {
        byte[] file = Pictures.as("png", Pictures.drawn(1, 3_001, 10));
        Decoding decoding = decode(file, "image/png", ImageLimits.defaults());
        assertThat(decoding.route()).isEqualTo("SUB 2");
        assertThat(luma(decoding).width()).isEqualTo(1_501);
        assertThat(luma(decoding).height()).isEqualTo(5);
    }

    @Test
    void aPictureCutShortGivesWhatItHas() {
        byte[] file = Pictures.jpeg(Pictures.drawn(3, 640, 480), 0.9f);
        Decoding decoding = decode(Arrays.copyOf(file, file.length / 2), "image/jpeg", ImageLimits.defaults());
        assertThat(decoding.status()).isEqualTo(Decoding.Status.PARTIAL);
        assertThat(codes(decoding)).containsExactly(FindingCode.DECODE_PARTIAL);
        assertThat(luma(decoding).width()).isEqualTo(640);
    }

    @Test
    void whatNoDecoderReadsIsUnsupportedAndNamed() {
        ImageStructure heic = new ImageStructure(
                ImageFormat.ISO_BMFF,
                new PixelSize(8, 8),
                PixelCoding.plain(),
                1,
                1,
                List.of(),
                null,
                null,
                null,
                List.of());
        Decoding decoding =
                new ImageDecoder(ImageLimits.defaults()).decode(ImageBytes.of(new byte[8]), heic, "image/heic");
        assertThat(decoding.status()).isEqualTo(Decoding.Status.UNSUPPORTED);
        assertThat(codes(decoding)).containsExactly(FindingCode.DECODE_UNSUPPORTED);
    }
}
