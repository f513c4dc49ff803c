package org.photoledger.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.photoledger.testing.ExifBlock.anExif;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.photoledger.digest.Sha256;
import org.photoledger.finding.FindingCode;
import org.photoledger.image.Decoding;
import org.photoledger.image.ImageBytes;
import org.photoledger.image.Luma;
import org.photoledger.photo.EmbeddedThumbnail;
import org.photoledger.photo.FileTraces;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.similarity.PerceptualHash;
import org.photoledger.similarity.Thumb;
import org.photoledger.testing.Bytes;
import org.photoledger.testing.Pictures;

/** What one pass over a photo's bytes gives beside its metadata and its hash. */
class PhotoExaminerTest {

    private static final BufferedImage PICTURE = Pictures.drawn(21, 640, 480);
    private static final byte[] JPEG = Pictures.jpeg(PICTURE, 0.9f);

    private static final PhotoExaminer EXAMINER = PhotoExaminers.withoutText();

    private static PhotoExamination examine(byte[] file) {
        return EXAMINER.examine(ImageBytes.of(file));
    }

    private static EmbeddedThumbnail thumbnail(PhotoExamination found) {
        return Objects.requireNonNull(found.traces().thumbnail());
    }

    private static List<FindingCode> codes(PhotoExamination found) {
        return found.findings().stream().map(finding -> finding.code()).toList();
    }

    private static byte[] withThumbnail(byte[] thumbnail) {
        return anExif().thumbnail(thumbnail).in(JPEG);
    }

    private static BufferedImage drawnOn(int width, int height, BufferedImage picture, int top) {
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setColor(Color.BLACK);
        pen.fillRect(0, 0, width, height);
        pen.drawImage(
                picture.getScaledInstance(width, height - 2 * top, java.awt.Image.SCALE_AREA_AVERAGING), 0, top, null);
        pen.dispose();
        return small;
    }

    private static byte[] small(BufferedImage picture) {
        return Pictures.jpeg(drawnOn(160, 120, picture, 0), 0.7f);
    }

    @Test
    void aFormatThatNobodyReadsIsUnsupportedAndADamagedOneOfAFormatThatIsReadYieldsNothing() {
        PhotoExamination psd = examine("8BPS\0\1\0\0\0\0\0\0\0\3".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(psd.mediaType()).isEqualTo("image/vnd.adobe.photoshop");
        assertThat(psd.decode()).isEqualTo(Decoding.Status.UNSUPPORTED);
        assertThat(psd.yieldsNothing()).isFalse();
        for (String head :
                List.of("\u00ff\u00d8\u00ff\u00e0\1", "\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "\u00ff\n\u00fa")) {
            PhotoExamination damaged = examine(head.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(damaged.decode()).as(damaged.mediaType()).isEqualTo(Decoding.Status.FAILED);
            assertThat(damaged.yieldsNothing()).isTrue();
        }
    }

    @Test
    void theThumbIsOfTheUprightPictureAsItIsHashed() {
        byte[] turned = anExif().number(0x112, 6).in(JPEG);
        PhotoExamination found = examine(turned);
        Thumb upright = Objects.requireNonNull(found.thumb());
        Thumb coded = Objects.requireNonNull(examine(JPEG).thumb());
        float[] samples = new float[Thumb.SIDE * Thumb.SIDE];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = coded.samples()[at] & 0xff;
        }
        assertThat(upright).isNotEqualTo(coded);
        assertThat(upright).isEqualTo(Thumb.of(new Luma(Thumb.SIDE, Thumb.SIDE, samples).turned(6)));
    }

    private static BufferedImage framed(BufferedImage picture, int border) {
        BufferedImage framed = new BufferedImage(
                picture.getWidth() + 2 * border, picture.getHeight() + 2 * border, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = framed.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, framed.getWidth(), framed.getHeight());
        pen.drawImage(picture, border, border, null);
        pen.dispose();
        return framed;
    }

    @Test
    void whatIsInsideABorderHasAHashOfItsOwn() {
        PhotoExamination whole = examine(JPEG);
        PerceptualHash hash = Objects.requireNonNull(whole.perceptualHash());
        PhotoExamination framed = examine(Pictures.jpeg(framed(PICTURE, 60), 0.9f));
        PerceptualHash inside = Objects.requireNonNull(framed.trimmedHash());
        assertThat(inside.distance(hash)).isLessThanOrEqualTo(PerceptualHash.NEAR);
        assertThat(Objects.requireNonNull(framed.perceptualHash()).distance(hash))
                .isGreaterThan(PerceptualHash.NEAR);
        assertThat(whole.trimmedHash()).isNull();
    }

    @Test
    void whatIsInsideABorderIsTurnedUprightToo() {
        PerceptualHash coded = Objects.requireNonNull(
                examine(Pictures.jpeg(framed(PICTURE, 60), 0.9f)).trimmedHash());
        PerceptualHash turned =
                Objects.requireNonNull(examine(anExif().number(0x112, 6).in(Pictures.jpeg(framed(PICTURE, 60), 0.9f)))
                        .trimmedHash());
        assertThat(turned.distance(coded.turned(6))).isLessThanOrEqualTo(PerceptualHash.NEAR);
        assertThat(turned.distance(coded)).isGreaterThan(PerceptualHash.NEAR);
    }

    @Test
    void whatCannotBeDecodedHasNoThumb() {
        byte[] file = JPEG.clone();
        Arrays.fill(file, 2, 200, (byte) 0);
        assertThat(examine(file).thumb()).isNull();
    }

    @Test
    void aThumbnailOfThePictureIsNearItInEveryOrientation() {
        byte[] bytes = small(PICTURE);
        for (int orientation = 1; orientation <= 8; orientation++) {
            PhotoExamination found =
                    examine(anExif().number(0x112, orientation).thumbnail(bytes).in(JPEG));
            assertThat(thumbnail(found).sha256()).isEqualTo(Sha256.of(bytes));
            assertThat(thumbnail(found).distance())
                    .as("orientation %d", orientation)
                    .isLessThanOrEqualTo(30);
            assertThat(codes(found)).isEmpty();
        }
    }

    @Test
    void aLetterboxedThumbnailIsNearItsPicture() {
        BufferedImage wide = Pictures.drawn(22, 1600, 900);
        byte[] bytes = Pictures.jpeg(drawnOn(160, 120, wide, 15), 0.7f);
        PhotoExamination found = examine(anExif().thumbnail(bytes).in(Pictures.jpeg(wide, 0.9f)));
        assertThat(thumbnail(found).distance()).isLessThanOrEqualTo(46);
        assertThat(codes(found)).isEmpty();
    }

    @Test
    void aThumbnailThatIsCutALittleDoesNotDiffer() {
        BufferedImage cut = PICTURE.getSubimage(0, 0, 640, 456);
        PhotoExamination found = examine(withThumbnail(small(cut)));
        assertThat(codes(found)).isEmpty();
    }

    @Test
    void aThumbnailOfAnotherPictureDiffers() {
        PhotoExamination found = examine(withThumbnail(small(Pictures.drawn(99, 640, 480))));
        assertThat(thumbnail(found).distance()).isGreaterThan(60);
        assertThat(codes(found)).containsExactly(FindingCode.THUMBNAIL_DIFFERS);
        assertThat(found.findings().get(0).detail()).contains(thumbnail(found).distance() + " of 256 bits");
    }

    @Test
    void aPhotoCutShortDoesNotDifferFromItsThumbnail() {
        byte[] whole = withThumbnail(small(PICTURE));
        PhotoExamination found = examine(Arrays.copyOf(whole, whole.length / 3));
        assertThat(found.decode()).isEqualTo(Decoding.Status.PARTIAL);
        assertThat(thumbnail(found).distance()).isGreaterThan(60);
        assertThat(codes(found)).contains(FindingCode.DECODE_PARTIAL).doesNotContain(FindingCode.THUMBNAIL_DIFFERS);
    }

    @Test
    void aFlatThumbnailTellsNothing() {
        PhotoExamination found =
                examine(withThumbnail(Pictures.jpeg(new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB), 0.7f)));
        assertThat(thumbnail(found).perceptualHash()).isNotNull();
        assertThat(codes(found)).isEmpty();
    }

    @Test
    void aThumbnailThatIsNoPictureOrCutIsAFindingAndKeepsItsDigest() {
        byte[] cut = Arrays.copyOf(small(PICTURE), 900);
        byte[] huge = small(PICTURE);
        hugeFrame(huge);
        byte[] mere = new Bytes().text("no picture at all").array();
        for (byte[] bytes : List.of(cut, huge, mere)) {
            PhotoExamination found = examine(withThumbnail(bytes));
            assertThat(thumbnail(found)).isEqualTo(new EmbeddedThumbnail(Sha256.of(bytes), null, null));
            assertThat(codes(found)).containsExactly(FindingCode.THUMBNAIL_UNREADABLE);
            assertThat(found.perceptualHash()).isNotNull();
        }
    }

    private static void hugeFrame(byte[] jpeg) {
        int frame = 0;
        while ((jpeg[frame] & 0xff) != 0xff || (jpeg[frame + 1] & 0xff) != 0xc0) {
            frame++;
        }
        Arrays.fill(jpeg, frame + 5, frame + 9, (byte) 0x7f);
    }

    @Test
    void aThumbnailOutsideItsBlockIsAFindingAlone() {
        PhotoExamination found = examine(anExif().thumbnailAt(1 << 20, 500).in(JPEG));
        assertThat(found.traces().thumbnail()).isNull();
        assertThat(codes(found)).containsExactly(FindingCode.THUMBNAIL_UNREADABLE);
    }

    @Test
    void aThumbnailOfNoBytesIsNone() {
        PhotoExamination found = examine(anExif().thumbnailAt(50, 0).in(JPEG));
        assertThat(found.traces().thumbnail()).isNull();
        assertThat(codes(found)).isEmpty();
    }

    @Test
    void aThumbnailMayBeTheWholePhotoWithAThumbnailOfItsOwn() {
        BufferedImage picture = Pictures.drawn(21, 320, 240);
        byte[] inner = anExif().thumbnail(small(picture)).in(Pictures.jpeg(picture, 0.8f));
        PhotoExamination found = examine(anExif().thumbnail(inner).in(Pictures.jpeg(picture, 0.8f)));
        assertThat(thumbnail(found).distance()).isZero();
        assertThat(thumbnail(found).sha256()).isEqualTo(Sha256.of(inner));
        assertThat(codes(found)).isEmpty();
    }

    @Test
    void tablesAndTrailingBytesAreKept() {
        PhotoExamination found = examine(new Bytes().add(JPEG).add(1, 2, 3).array());
        assertThat(Objects.requireNonNull(found.traces().quantization()).jpegQuality())
                .isEqualTo(90);
        assertThat(found.traces().trailingBytes()).isEqualTo(3);
        assertThat(codes(found)).containsExactly(FindingCode.TRAILING_BYTES);
        PhotoExamination png = examine(Pictures.as("png", PICTURE));
        assertThat(png.traces().quantization()).isNull();
        assertThat(png.traces().trailingBytes()).isZero();
    }

    @Test
    void textThatIsAddedLaterComesWithTheRastersStatisticsAndNothingThatIsRecordedAlready() {
        byte[] file = withThumbnail(new byte[] {1, 2, 3});
        PhotoExamination whole = examine(file);
        PhotoExamination later = EXAMINER.examineText(ImageBytes.of(file), 1);
        assertThat(later.raster()).isNotNull().isEqualTo(whole.raster());
        assertThat(later.text()).isEqualTo(whole.text());
        assertThat(whole.perceptualHash()).isNotNull();
        assertThat(later.perceptualHash()).isNull();
        assertThat(later.traces()).isEqualTo(FileTraces.none());
        assertThat(codes(whole)).contains(FindingCode.THUMBNAIL_UNREADABLE);
        assertThat(later.findings()).isEmpty();
    }
}
