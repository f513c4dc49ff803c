package org.photoledger.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.photoledger.testing.ExifBlock.anExif;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.photoledger.finding.FindingCode;
import org.photoledger.image.Decoding;
import org.photoledger.image.ImageBytes;
import org.photoledger.image.PixelSize;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.similarity.PerceptualHash;
import org.photoledger.testing.Bytes;
import org.photoledger.testing.Pictures;
import org.photoledger.testing.RawFiles;

/** A camera's raw file is recorded with its sensor's size and shown through the largest JPEG inside it. */
class RawPhotoTest {

    private static final int WIDTH = 6_000;
    private static final int HEIGHT = 4_000;
    private static final BufferedImage PICTURE = Pictures.drawn(31, 600, 400);
    private static final byte[] PREVIEW = Pictures.jpeg(PICTURE, 0.9f);
    private static final byte[] SMALL = Pictures.jpeg(Pictures.drawn(32, 160, 120), 0.9f);
    private static final PhotoExaminer EXAMINER = PhotoExaminers.withoutText();

    private static PhotoExamination examine(byte[] file) {
        return EXAMINER.examine(ImageBytes.of(file));
    }

    private static PerceptualHash hash(byte[] file) {
        return Objects.requireNonNull(examine(file).perceptualHash());
    }

    private static List<FindingCode> codes(PhotoExamination found) {
        return found.findings().stream().map(finding -> finding.code()).toList();
    }

    private static byte[] cr3(byte[] full) {
        return RawFiles.cr3(WIDTH, HEIGHT, anExif().camera("Canon", "R", "7").bytes(), SMALL, full);
    }

    private static Map<String, byte[]> raws() {
        return Map.of(
                "image/tiff DNG", RawFiles.dng(WIDTH, HEIGHT, 1, PREVIEW),
                "image/tiff NEF", RawFiles.nef(WIDTH, HEIGHT, PREVIEW),
                "image/tiff PEF", RawFiles.pef(WIDTH, HEIGHT, SMALL, PREVIEW),
                "image/x-canon-cr2", RawFiles.cr2(WIDTH, HEIGHT, PREVIEW),
                "image/x-raw-panasonic", RawFiles.rw2(WIDTH, HEIGHT, PREVIEW),
                "image/x-raw-olympus", RawFiles.orf(WIDTH, HEIGHT, PREVIEW),
                "image/x-raw-fuji", RawFiles.raf(WIDTH, HEIGHT, PREVIEW),
                "image/x-canon-cr3", cr3(PREVIEW));
    }

    @Test
    void eachIsHashedAsItsLargestPreviewAndSizedAsItsSensor() {
        PerceptualHash shown = hash(PREVIEW);
        raws().forEach((type, file) -> {
            PhotoExamination found = examine(file);
            assertThat(found.mediaType()).as(type).isEqualTo(type.split(" ", -1)[0]);
            assertThat(found.photo()).as(type).isTrue();
            assertThat(found.size()).as(type).isEqualTo(new PixelSize(WIDTH, HEIGHT));
            assertThat(found.decode()).as(type).isEqualTo(Decoding.Status.DECODED);
            assertThat(found.decodeRoute()).as(type).isEqualTo("EMBEDDED_PREVIEW");
            assertThat(found.perceptualHash()).as(type).isEqualTo(shown);
            assertThat(codes(found)).as(type).doesNotContain(FindingCode.MULTIPLE_FRAMES, FindingCode.TRUNCATED);
        });
    }

    @Test
    void aPreviewOfManyPixelsIsStillNamedAPreview() {
        BufferedImage large = Pictures.drawn(33, 3_300, 2_200);
        PhotoExamination found = examine(RawFiles.nef(WIDTH, HEIGHT, Pictures.jpeg(large, 0.8f)));
        assertThat(found.decodeRoute()).isEqualTo("EMBEDDED_PREVIEW");
        assertThat(found.perceptualHash()).isEqualTo(hash(Pictures.jpeg(large, 0.8f)));
    }

    @Test
    void aPreviewThatIsDamagedGivesWayToASmallerOne() {
        PhotoExamination found = examine(RawFiles.pef(WIDTH, HEIGHT, SMALL, Arrays.copyOf(PREVIEW, 700)));
        assertThat(found.decode()).isEqualTo(Decoding.Status.DECODED);
        assertThat(found.perceptualHash()).isEqualTo(hash(SMALL));
        PhotoExamination alone = examine(RawFiles.nef(WIDTH, HEIGHT, Arrays.copyOf(PREVIEW, PREVIEW.length / 2)));
        assertThat(alone.decode()).isEqualTo(Decoding.Status.PARTIAL);
        assertThat(alone.decodeRoute()).isEqualTo("EMBEDDED_PREVIEW");
    }

    @Test
    void rawDataAreNeverDecodedAndNeverTakenForAPreview() {
        byte[] lossless = RawFiles.losslessJpeg(640, 480);
        for (byte[] file : List.of(
                RawFiles.cr2(WIDTH, HEIGHT, lossless),
                RawFiles.dng(WIDTH, HEIGHT, 1, lossless),
                RawFiles.rw2(WIDTH, HEIGHT, new byte[] {1, 2, 3, 4, 5, 6}))) {
            PhotoExamination found = examine(file);
            assertThat(found.decode()).isEqualTo(Decoding.Status.UNSUPPORTED);
            assertThat(found.decodeRoute()).isNull();
            assertThat(codes(found)).contains(FindingCode.DECODE_UNSUPPORTED);
            assertThat(found.findings().toString()).contains("no preview");
            assertThat(found.size()).isEqualTo(new PixelSize(WIDTH, HEIGHT));
        }
    }

    @Test
    void previewsBeyondTheEndOfTheFileAreNone() {
        byte[] file = RawFiles.raf(WIDTH, HEIGHT, PREVIEW);
        Arrays.fill(file, 84, 88, (byte) 0x7f);
        PhotoExamination found = examine(file);
        assertThat(found.decode()).isEqualTo(Decoding.Status.UNSUPPORTED);
        assertThat(found.size()).isEqualTo(new PixelSize(WIDTH, HEIGHT));
    }

    @Test
    void aPreviewAsTheSensorSawItIsTurnedAsThePhoto() {
        PerceptualHash upright = hash(anExif().number(0x112, 6).in(PREVIEW));
        assertThat(hash(RawFiles.dng(WIDTH, HEIGHT, 6, PREVIEW))).isEqualTo(upright);
        byte[] withOwn = anExif().number(0x112, 6).in(PREVIEW);
        assertThat(hash(RawFiles.dng(WIDTH, HEIGHT, 6, withOwn))).isEqualTo(upright);
        byte[] saysUpright = anExif().number(0x112, 1).in(PREVIEW);
        assertThat(hash(RawFiles.dng(WIDTH, HEIGHT, 6, saysUpright))).isEqualTo(upright);
    }

    @Test
    void aPreviewThatStandsAlreadyIsNotTurned() {
        byte[] standing = Pictures.jpeg(quarterTurned(PICTURE), 0.9f);
        assertThat(hash(RawFiles.dng(WIDTH, HEIGHT, 6, standing))).isEqualTo(hash(standing));
        byte[] withOwn = anExif().number(0x112, 1).in(standing);
        assertThat(hash(RawFiles.dng(WIDTH, HEIGHT, 6, withOwn))).isEqualTo(hash(standing));
    }

    @Test
    void aPreviewWithAnOrientationOfItsOwnIsTurnedByIt() {
        byte[] upsideDown = anExif().number(0x112, 3).in(PREVIEW);
        assertThat(hash(RawFiles.dng(WIDTH, HEIGHT, 1, upsideDown))).isEqualTo(hash(upsideDown));
    }

    private static BufferedImage quarterTurned(BufferedImage picture) {
        BufferedImage turned = new BufferedImage(
                /* width= */ picture.getHeight(), /* height= */ picture.getWidth(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = turned.createGraphics();
        pen.translate(picture.getHeight(), 0);
        pen.rotate(Math.PI / 2);
        pen.drawImage(picture, 0, 0, null);
        pen.dispose();
        return turned;
    }

    @Test
    void metadataOfAFujiAreThoseOfItsJpeg() {
        byte[] jpeg = anExif().camera("FUJIFILM", "X", "7").number(0x112, 6).in(PREVIEW);
        PhotoExamination found = examine(RawFiles.raf(WIDTH, HEIGHT, jpeg));
        assertThat(found.metadata().fields().toString()).contains("FUJIFILM");
        assertThat(found.perceptualHash()).isEqualTo(hash(jpeg));
        assertThat(found.imageDataDigest()).isNotNull();
        assertThat(examine(RawFiles.raf(WIDTH, HEIGHT, PREVIEW)).imageDataDigest())
                .isEqualTo(found.imageDataDigest());
    }

    @Test
    void aThousandPreviewsCostNoMoreThanAFew() {
        Bytes moov = new Bytes();
        byte[] file = cr3(PREVIEW);
        for (int copy = 0; copy < 1_000; copy++) {
            moov.add(file);
        }
        assertThat(examine(moov.array()).decodeRoute()).isEqualTo("EMBEDDED_PREVIEW");
    }
}
