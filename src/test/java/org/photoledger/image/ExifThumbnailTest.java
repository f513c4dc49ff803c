package org.photoledger.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.photoledger.testing.ExifBlock.aLittleEndianExif;
import static org.photoledger.testing.ExifBlock.anExif;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.photoledger.testing.ExifBlock;
import org.photoledger.testing.Pictures;
import org.photoledger.testing.SampleImages;

/** The thumbnail is what EXIF names as one, wherever it points. */
class ExifThumbnailTest {

    private static final byte[] SMALL = Pictures.jpeg(Pictures.drawn(1, 32, 24), 0.7f);
    private static final byte[] PHOTO = Pictures.jpeg(Pictures.drawn(1, 64, 48), 0.7f);

    private static @Nullable ExifThumbnail of(byte[] file) {
        return ExifThumbnail.of(new ContainerWalker(ImageLimits.defaults()).walk(ImageBytes.of(file)));
    }

    private static byte[] bytes(ExifBlock exif) {
        ImageBytes jpeg = Objects.requireNonNull(
                Objects.requireNonNull(of(exif.in(PHOTO))).jpeg());
        return jpeg.copy(0, jpeg.length());
    }

    @Test
    void itsBytesAreThoseThatTheSecondDirectoryNames() {
        for (ExifBlock exif : List.of(anExif(), aLittleEndianExif())) {
            assertThat(bytes(exif.camera("Orbis", "D40", "1").thumbnail(SMALL))).isEqualTo(SMALL);
        }
    }

    @Test
    void thereIsNoneWithoutExifWithoutSecondDirectoryOrWithoutBytes() {
        assertThat(of(PHOTO)).isNull();
        assertThat(of(SampleImages.png())).isNull();
        assertThat(of(anExif().camera("Orbis", "D40", "1").in(PHOTO))).isNull();
        assertThat(of(anExif().thumbnailAt(100, 0).in(PHOTO))).isNull();
    }

    @Test
    void aPlaceOutsideTheBlockIsTold() {
        for (int[] place : new int[][] {{1 << 20, 10}, {8, 1 << 20}, {-1, 10}, {8, -1}, {Integer.MIN_VALUE, 1}}) {
            ExifThumbnail found = Objects.requireNonNull(
                    of(anExif().thumbnailAt(place[0], place[1]).in(PHOTO)));
            assertThat(found.jpeg()).isNull();
            assertThat(found.problem()).contains("at offset " + (place[0] & 0xffffffffL));
        }
    }

    @Test
    void itMayBeTheWholeBlock() {
        ExifBlock exif = anExif().camera("Orbis", "D40", "1");
        int length = exif.thumbnailAt(0, 1).bytes().length;
        assertThat(bytes(exif.thumbnailAt(0, length))).isEqualTo(exif.bytes());
    }

    @Test
    void aBlockCutOrChangedAnywhereThrowsNothing() {
        byte[] file = anExif().camera("Orbis", "D40", "1").thumbnail(SMALL).in(PHOTO);
        for (int length = 0; length < 300; length++) {
            of(Arrays.copyOf(file, length));
        }
        Random random = new Random(4);
        int different = 0;
        for (int round = 0; round < 5_000; round++) {
            byte[] changed = file.clone();
            changed[12 + random.nextInt(150)] = (byte) random.nextInt();
            ExifThumbnail found = of(changed);
            different += found == null || found.jpeg() == null ? 1 : 0;
        }
        assertThat(different).isPositive();
    }
}
