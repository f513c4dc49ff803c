package org.photoledger.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;
import org.photoledger.testing.Bytes;
import org.photoledger.testing.JpegCodings;
import org.photoledger.testing.Pictures;
import org.photoledger.testing.TiffFile;
import org.photoledger.testing.TiffFile.Directory;

/** What each coding of a format comes to: decoded, or named as what it is. */
class FormatsTest {

    private static final BufferedImage PICTURE = Pictures.drawn(41, 120, 80);

    private static ImageStructure walk(byte[] file) {
        return new ContainerWalker(ImageLimits.defaults()).walk(ImageBytes.of(file));
    }

    private static Decoding decode(byte[] file, String type) {
        return new ImageDecoder(ImageLimits.defaults()).decode(ImageBytes.of(file), walk(file), type);
    }

    private static float[] samples(Decoding decoding) {
        return Luma.of(Objects.requireNonNull(decoding.pixels())).samples();
    }

    private static double meanDifference(Decoding decoding, BufferedImage picture) {
        float[] expected = Luma.of(picture).samples();
        float[] samples = samples(decoding);
        double sum = 0;
        for (int at = 0; at < samples.length; at++) {
            sum += Math.abs(samples[at] - expected[at]);
        }
        return sum / expected.length;
    }

    private static BufferedImage grey(BufferedImage picture, int type) {
        BufferedImage grey = new BufferedImage(picture.getWidth(), picture.getHeight(), type);
        Graphics2D pen = grey.createGraphics();
        pen.drawImage(picture, 0, 0, null);
        pen.dispose();
        return grey;
    }

    @Test
    void aProgressiveJpegIsDecoded() {
        Decoding decoding = decode(Pictures.jpeg(PICTURE, 0.95f, true), "image/jpeg");
        assertThat(decoding.status()).isEqualTo(Decoding.Status.DECODED);
        assertThat(meanDifference(decoding, PICTURE)).isLessThan(4);
    }

    @Test
    void aJpegOfInksIsDecodedInItsColours() {
        Decoding decoding = decode(JpegCodings.cmyk(PICTURE), "image/jpeg");
        assertThat(decoding.status()).isEqualTo(Decoding.Status.DECODED);
        assertThat(meanDifference(decoding, PICTURE)).isLessThan(12);
    }

    @Test
    void aLosslessJpegIsDecodedExactly() {
        BufferedImage grey = grey(PICTURE, BufferedImage.TYPE_BYTE_GRAY);
        Decoding decoding = decode(JpegCodings.lossless(grey), "image/jpeg");
        assertThat(decoding.findings()).isEmpty();
        assertThat(decoding.status()).isEqualTo(Decoding.Status.DECODED);
        assertThat(samples(decoding)).isEqualTo(Luma.of(grey).samples());
    }

    @Test
    void jpegsThatNoDecoderReadsAreNamedByTheirCoding() {
        Map<byte[], String> files = Map.of(
                JpegCodings.headed(0xc1, 12, 640, 480), "12-bit samples",
                JpegCodings.headed(0xc2, 12, 640, 480), "12-bit samples",
                JpegCodings.headed(0xc5, 8, 640, 480), "hierarchical coding",
                JpegCodings.headed(0xc9, 8, 640, 480), "arithmetic coding",
                JpegCodings.headed(0xca, 8, 640, 480), "arithmetic coding",
                JpegCodings.headed(0xf7, 8, 640, 480), "JPEG-LS coding");
        files.forEach((file, coding) -> {
            Decoding decoding = decode(file, "image/jpeg");
            assertThat(decoding.status()).as(coding).isEqualTo(Decoding.Status.UNSUPPORTED);
            assertThat(decoding.findings())
                    .containsExactly(new Finding(
                            FindingCode.DECODE_UNSUPPORTED,
                            "no decoder for image/jpeg with " + coding,
                            ImageDecoder.METHOD));
            assertThat(walk(file).size()).isEqualTo(new PixelSize(640, 480));
        });
    }

    @Test
    void aPngOfSixteenBitsIsDecoded() {
        BufferedImage deep = new BufferedImage(120, 80, BufferedImage.TYPE_USHORT_GRAY);
        WritableRaster raster = deep.getRaster();
        for (int at = 0; at < 120 * 80; at++) {
            raster.setSample(at % 120, at / 120, 0, at * 6);
        }
        byte[] file = Pictures.as("png", deep);
        assertThat(file[24]).isEqualTo((byte) 16);
        Decoding decoding = decode(file, "image/png");
        assertThat(decoding.status()).isEqualTo(Decoding.Status.DECODED);
        assertThat(samples(decoding)[9_000]).isCloseTo(9_000 * 6 / 257f, within(0.01f));
    }

    @Test
    void anInterlacedPngIsDecodedAsOneThatIsNot() throws IOException {
        byte[] file = interlaced(PICTURE);
        assertThat(file[28]).isEqualTo((byte) 1);
        Decoding decoding = decode(file, "image/png");
        assertThat(samples(decoding)).isEqualTo(Luma.of(PICTURE).samples());
        BufferedImage large = Pictures.drawn(42, 3_001, 50);
        assertThat(samples(decode(interlaced(large), "image/png")))
                .isEqualTo(samples(decode(Pictures.as("png", large), "image/png")));
    }

    private static byte[] interlaced(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(picture, null, null), how);
        }
        return bytes.toByteArray();
    }

    private static String framesTold(byte[] file) {
        return walk(file).findings().stream()
                .filter(finding -> finding.code() == FindingCode.MULTIPLE_FRAMES)
                .map(Finding::detail)
                .findFirst()
                .orElse("none");
    }

    @Test
    void anAnimatedPngTellsItsFramesAndShowsTheFirst() {
        byte[] still = Pictures.as("png", PICTURE);
        byte[] animated = new Bytes()
                .add(Arrays.copyOf(still, 33))
                .chunk("acTL", new Bytes().u32(7).u32(0).array())
                .add(Arrays.copyOfRange(still, 33, still.length))
                .array();
        assertThat(framesTold(animated)).isEqualTo("7 frames, of which the first is examined");
        assertThat(samples(decode(animated, "image/png")))
                .isEqualTo(Luma.of(PICTURE).samples());
        assertThat(framesTold(still)).isEqualTo("none");
    }

    @Test
    void anAnimatedGifTellsItsFrames() throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int frame = 0; frame < 3; frame++) {
                writer.writeToSequence(new IIOImage(Pictures.drawn(frame, 40, 30), null, null), null);
            }
            writer.endWriteSequence();
        }
        assertThat(framesTold(bytes.toByteArray())).isEqualTo("3 frames, of which the first is examined");
        assertThat(decode(bytes.toByteArray(), "image/gif").status()).isEqualTo(Decoding.Status.DECODED);
    }

    static Directory page(int width, int height, int seed) {
        byte[] pixels = new byte[width * height];
        Arrays.fill(pixels, (byte) seed);
        return new Directory()
                .size(width, height)
                .number(258, 8)
                .number(259, 1)
                .number(262, 1)
                .number(277, 1)
                .number(278, height)
                .data(273, 279, pixels);
    }

    @Test
    void pagesOfATiffAreCountedWithoutThumbnailsAndSubDirectories() {
        byte[] file = TiffFile.plain()
                .page(page(20, 10, 100).to(330, page(10, 5, 3).number(254, 1)))
                .page(page(5, 5, 9).number(254, 1))
                .page(page(20, 10, 200))
                .page(page(30, 10, 250))
                .array();
        assertThat(framesTold(file)).isEqualTo("3 pages, of which the first is examined");
        Decoding decoding = decode(file, "image/tiff");
        assertThat(decoding.status()).isEqualTo(Decoding.Status.DECODED);
        assertThat(samples(decoding)).hasSize(200).containsOnly(100f);
        byte[] single = TiffFile.plain()
                .page(page(20, 10, 100))
                .page(page(5, 5, 9).number(254, 1))
                .array();
        assertThat(framesTold(single)).isEqualTo("none");
    }

    @Test
    void aTiffWhoseFirstPageIsAThumbnailShowsThePicture() {
        byte[] file = TiffFile.plain()
                .page(page(5, 5, 9).number(254, 1))
                .page(page(20, 10, 200))
                .array();
        assertThat(walk(file).size()).isEqualTo(new PixelSize(20, 10));
        assertThat(samples(decode(file, "image/tiff"))).hasSize(200).containsOnly(200f);
    }

    @Test
    void aShorterLastStripIsNoDamageAndOneThatIsCutIs() {
        Directory whole = page(20, 10, 100).number(278, 8).number(273, 300, 460).number(279, 160, 40);
        byte[] filling = new byte[600];
        byte[] file = TiffFile.plain().page(whole.bytes(700, filling)).array();
        assertThat(decode(file, "image/tiff").status()).isEqualTo(Decoding.Status.DECODED);
        whole.number(279, 160, 30);
        byte[] cut = TiffFile.plain().page(whole).array();
        assertThat(decode(cut, "image/tiff").status()).isEqualTo(Decoding.Status.PARTIAL);
    }

    @Test
    void aDecodeThatNeverBeganIsNoBlackPicture() {
        Directory withoutStrips =
                new Directory().size(20, 10).number(258, 8).number(259, 1).number(262, 1);
        Decoding decoding = decode(TiffFile.plain().page(withoutStrips).array(), "image/tiff");
        assertThat(decoding.status()).isEqualTo(Decoding.Status.FAILED);
        assertThat(decoding.pixels()).isNull();
    }

    @Test
    void aTiffThatLoopsIsNamedAndItsPageDecoded() {
        byte[] file = TiffFile.plain().page(page(20, 10, 100).loop()).array();
        assertThat(walk(file).findings()).extracting(Finding::code).containsExactly(FindingCode.IFD_LOOP);
        assertThat(decode(file, "image/tiff").status()).isEqualTo(Decoding.Status.DECODED);
    }
}
