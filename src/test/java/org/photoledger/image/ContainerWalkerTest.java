package org.photoledger.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.photoledger.digest.Sha256;
import org.photoledger.finding.FindingCode;
import org.photoledger.image.MetadataBlock.Kind;
import org.photoledger.testing.Bytes;
import org.photoledger.testing.SampleImages;

class ContainerWalkerTest {

    private static ImageStructure walk(byte[] bytes) {
        return new ContainerWalker(ImageLimits.defaults()).walk(ImageBytes.of(bytes));
    }

    private static List<FindingCode> codes(byte[] bytes) {
        return walk(bytes).findings().stream().map(finding -> finding.code()).toList();
    }

    private static List<Kind> kinds(byte[] bytes) {
        return walk(bytes).blocks().stream().map(MetadataBlock::kind).toList();
    }

    @Test
    void everySampleIsKnownAndHasItsSize() {
        SampleImages.all().forEach((name, bytes) -> {
            ImageStructure structure = walk(bytes);
            assertThat(structure.format().name()).isEqualTo(name);
            assertThat(structure.size())
                    .as(name)
                    .isEqualTo(name.equals("ISO_BMFF") ? new PixelSize(1024, 768) : new PixelSize(7, 5));
        });
    }

    @Test
    void blocksAreGivenInFileOrder() {
        assertThat(kinds(SampleImages.jpeg())).containsExactly(Kind.HEADER, Kind.EXIF, Kind.PHOTOSHOP, Kind.COMMENT);
        assertThat(kinds(SampleImages.png())).containsExactly(Kind.EXIF, Kind.PNG_TEXT, Kind.IPTC, Kind.XMP);
        assertThat(kinds(SampleImages.webp())).containsExactly(Kind.EXIF, Kind.XMP);
        assertThat(kinds(SampleImages.heic())).containsExactly(Kind.EXIF, Kind.XMP);
        assertThat(kinds(SampleImages.gif())).containsExactly(Kind.COMMENT);
        assertThat(walk(SampleImages.heic()).blocks().get(0).bytes()).isEqualTo(SampleImages.tiff());
        assertThat(walk(SampleImages.webp()).blocks().get(0).bytes()).isEqualTo(SampleImages.tiff());
    }

    @Test
    void turnOfPrimaryItemIsGivenInExifNumbers() {
        assertThat(walk(SampleImages.heic()).containerTurn()).isEqualTo(6);
        assertThat(Turn.UPRIGHT.topToBottom().orientation()).isEqualTo(4);
        assertThat(Turn.UPRIGHT.leftToRight().orientation()).isEqualTo(2);
        assertThat(Turn.UPRIGHT.leftToRight().counterClockwise(1).orientation()).isEqualTo(5);
        assertThat(Turn.UPRIGHT.counterClockwise(1).orientation()).isEqualTo(8);
    }

    @Test
    void digestFramesTheJpegAsDocumented() {
        byte[] framed = new Bytes()
                .add(0xff, 0xee)
                .u32(1)
                .add(1)
                .add(0xff, 0xc0)
                .u32(9)
                .add(8, 0, 5, 0, 7, 1, 1, 0x11, 0)
                .add(0xff, 0xda)
                .u32(6)
                .add(1, 1, 0, 0, 63, 0)
                .add(0xff, 0x00)
                .u32(6)
                .add(0x12, 0xff, 0x00, 0xff, 0xd0, 0x34)
                .array();
        assertThat(walk(SampleImages.jpeg()).imageDataDigest()).isEqualTo(Sha256.of(framed));
    }

    @Test
    void fillBytesAndMetadataDoNotChangeTheDigest() {
        Bytes plain = new Bytes().add(0xff, 0xd8).segment(0xc0, Bytes.of(8, 0, 5, 0, 7, 1, 1, 0x11, 0));
        Bytes filled = new Bytes()
                .add(0xff, 0xd8)
                .segment(0xfe, Bytes.of(1))
                .add(0xff, 0xff)
                .segment(0xc0, Bytes.of(8, 0, 5, 0, 7, 1, 1, 0x11, 0));
        plain.segment(0xda, Bytes.of(1)).add(1, 0xff, 0xd0, 2, 0xff, 0xd9);
        filled.segment(0xda, Bytes.of(1)).add(1, 0xff, 0xff, 0xff, 0xd0, 2, 0xff, 0xff, 0xff, 0xd9);
        assertThat(walk(filled.array()).imageDataDigest())
                .isNotNull()
                .isEqualTo(walk(plain.array()).imageDataDigest());
    }

    @Test
    void digestFramesPngAndTiffAsDocumented() {
        byte[] png = new Bytes()
                .text("IHDR")
                .u32(13)
                .add(0, 0, 0, 7, 0, 0, 0, 5, 8, 2, 0, 0, 0)
                .text("IDAT")
                .u32(3)
                .add(1, 2, 3)
                .array();
        assertThat(walk(SampleImages.png()).imageDataDigest()).isEqualTo(Sha256.of(png));
        byte[] tiff = new Bytes()
                .u32(256)
                .u32(4)
                .u32(7)
                .u32(257)
                .u32(4)
                .u32(5)
                .u32(273)
                .u32(3)
                .add(1, 2, 3)
                .array();
        assertThat(walk(SampleImages.tiff()).imageDataDigest()).isEqualTo(Sha256.of(tiff));
    }

    @Test
    void digestFramesTheGridOfAHeicAsDocumented() {
        byte[] heic = new Bytes()
                .text("ispe")
                .u32(12)
                .u32(0)
                .u32(1024)
                .u32(768)
                .text("irot")
                .u32(1)
                .add(3)
                .text("grid")
                .u32(2)
                .add(9, 8)
                .text("ispe")
                .u32(12)
                .u32(0)
                .u32(512)
                .u32(512)
                .text("hvc1")
                .u32(3)
                .add(1, 2, 3)
                .array();
        assertThat(walk(SampleImages.heic()).imageDataDigest()).isEqualTo(Sha256.of(heic));
    }

    @Test
    void whatFollowsTheEndIsNamed() {
        byte[] twice =
                new Bytes().add(SampleImages.jpeg()).add(SampleImages.jpeg()).array();
        assertThat(codes(twice)).containsExactly(FindingCode.TRAILING_BYTES);
        assertThat(walk(twice).findings().get(0).detail()).contains("JPEG").contains("ffd8ffe0");
        assertThat(codes(SampleImages.jpeg())).isEmpty();
        assertThat(codes(SampleImages.png())).isEmpty();
    }

    @Test
    void directoryThatRefersToItselfIsAFindingAndEnds() {
        assertThat(codes(SampleImages.tiff())).containsExactly(FindingCode.IFD_LOOP);
    }

    @Test
    void compressedTextIsUnpackedOnlyToTheLimit() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(new byte[1 << 20]);
        }
        byte[] bomb = new Bytes()
                .add(Arrays.copyOf(SampleImages.png(), 33))
                .chunk(
                        "zTXt",
                        new Bytes().text("a\0\0").add(packed.toByteArray()).array())
                .chunk("IEND", new byte[0])
                .array();
        ImageStructure structure =
                new ContainerWalker(new ImageLimits(1, 1, 4096, 4, 2048, 10)).walk(ImageBytes.of(bomb));
        assertThat(structure.findings()).extracting(f -> f.code()).containsExactly(FindingCode.INFLATE_LIMIT);
        assertThat(structure.blocks().get(0).bytes()).hasSize(2050);
    }

    @Test
    void exifOfSeveralSegmentsIsJoined() {
        byte[] tiff = SampleImages.tiff();
        byte[] jpeg = new Bytes()
                .add(0xff, 0xd8)
                .segment(
                        0xe1,
                        new Bytes()
                                .text("Exif\0\0")
                                .add(Arrays.copyOf(tiff, 40))
                                .array())
                .segment(
                        0xe1,
                        new Bytes()
                                .text("Exif\0\0")
                                .add(Arrays.copyOfRange(tiff, 40, tiff.length))
                                .array())
                .add(SampleImages.jpegPixels())
                .add(0xff, 0xd9)
                .array();
        assertThat(walk(jpeg).blocks()).hasSize(1);
        assertThat(walk(jpeg).blocks().get(0).bytes()).isEqualTo(tiff);
    }

    @Test
    void filesCutAnywhereAreWalkedToTheirEnd() {
        SampleImages.all().forEach((name, bytes) -> {
            for (int length = 0; length < bytes.length; length++) {
                assertThat(walk(Arrays.copyOf(bytes, length))).isNotNull();
            }
        });
    }

    @Test
    void filesWithChangedBytesAreWalkedToTheirEnd() {
        Random random = new Random(20261124);
        int[] nasty = {0, 1, 0x7f, 0x80, 0xff};
        SampleImages.all().forEach((name, bytes) -> {
            for (int round = 0; round < 3000; round++) {
                byte[] changed = bytes.clone();
                for (int i = 0; i <= round % 6; i++) {
                    changed[8 + random.nextInt(bytes.length - 8)] =
                            (byte) (round % 2 == 0 ? nasty[random.nextInt(5)] : random.nextInt());
                }
                assertThat(walk(changed)).isNotNull();
            }
        });
    }

    @Test
    void cameraFilesAreWalkedAndJpegSizesAgreeWithImageIo() throws IOException {
        Path root = Path.of(System.getProperty("photoledger.repository", "."), "../shared/data/camera-files");
        assumeTrue(Files.isDirectory(root));
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                byte[] bytes = Files.readAllBytes(path);
                ImageStructure structure = walk(bytes);
                PixelSize expected = structure.format() == ImageFormat.JPEG ? imageIoSize(bytes) : null;
                if (expected != null) {
                    assertThat(structure.size()).as(path.toString()).isEqualTo(expected);
                }
            }
        }
    }

    private static @Nullable PixelSize imageIoSize(byte[] bytes) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(input, true, true);
            return new PixelSize(reader.getWidth(0), reader.getHeight(0));
        } catch (IOException | RuntimeException e) {
            return null;
        } finally {
            reader.dispose();
        }
    }
}
