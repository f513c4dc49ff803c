package org.photoledger.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.photoledger.digest.Sha256;
import org.photoledger.finding.FindingCode;
import org.photoledger.testing.Bytes;
import org.photoledger.testing.Pictures;
import org.photoledger.testing.SampleImages;

/** A JPEG's quantization tables give one digest however they are written, and a quality where an encoder scaled the standard's. */
class QuantizationTest {

    private static final int DQT = 0xdb;
    private static final byte[] ZERO = table(0, 16);
    private static final byte[] ONE = table(1, 17);

    private static ImageStructure walk(byte[] bytes) {
        return new ContainerWalker(ImageLimits.defaults()).walk(ImageBytes.of(bytes));
    }

    private static @Nullable Quantization of(Bytes segments) {
        return walk(jpeg(segments)).quantization();
    }

    private static byte[] jpeg(Bytes segments) {
        return new Bytes()
                .add(0xff, 0xd8)
                .add(segments.array())
                .add(SampleImages.jpegPixels())
                .add(0xff, 0xd9)
                .array();
    }

    private static byte[] table(int number, int value) {
        return new Bytes()
                .add(number)
                .add(IntStream.range(0, 64).map(at -> value + at).toArray())
                .array();
    }

    private static byte[] joined(byte[]... tables) {
        Bytes bytes = new Bytes();
        Arrays.stream(tables).forEach(bytes::add);
        return bytes.array();
    }

    private static @Nullable Integer quality(byte[] jpeg) {
        return Objects.requireNonNull(walk(jpeg).quantization()).jpegQuality();
    }

    @Test
    void theDigestIsOverTheTablesInOrderOfTheirNumberHoweverTheyAreSpread() {
        Quantization expected = new Quantization(Sha256.of(joined(ZERO, ONE)), null);
        assertThat(of(new Bytes().segment(DQT, joined(ZERO, ONE)))).isEqualTo(expected);
        assertThat(of(new Bytes().segment(DQT, joined(ONE, ZERO)))).isEqualTo(expected);
        assertThat(of(new Bytes().segment(DQT, ONE).segment(DQT, ZERO))).isEqualTo(expected);
    }

    @Test
    void theLastDefinitionBeforeTheFirstScanCounts() {
        byte[] other = table(0, 99);
        Bytes twice = new Bytes().segment(DQT, other).segment(DQT, ONE).segment(DQT, ZERO);
        assertThat(Objects.requireNonNull(of(twice)).digest()).isEqualTo(Sha256.of(joined(ZERO, ONE)));
        byte[] betweenScans = new Bytes()
                .add(0xff, 0xd8)
                .segment(DQT, joined(ZERO, ONE))
                .add(SampleImages.jpegPixels())
                .segment(DQT, other)
                .segment(0xda, Bytes.of(1, 1, 0, 0, 63, 0))
                .add(5, 0xff, 0xd9)
                .array();
        assertThat(Objects.requireNonNull(walk(betweenScans).quantization()).digest())
                .isEqualTo(Sha256.of(joined(ZERO, ONE)));
    }

    @Test
    void aTableOfSixteenBitsCountsWithBothBytesOfEachValue() {
        Bytes wide = new Bytes().add(0x10);
        IntStream.range(0, 64).forEach(at -> wide.u16(300 + at));
        assertThat(of(new Bytes().segment(DQT, wide.array())))
                .isEqualTo(new Quantization(Sha256.of(wide.array()), null));
    }

    @Test
    void tablesThatAreCutAreAFindingAndGiveNoDigest() {
        for (byte[] bad : new byte[][] {
            Arrays.copyOf(ZERO, 64), joined(ZERO, new byte[] {1, 2, 3}), table(4, 1), table(0x20, 1), {0x10, 0, 1}
        }) {
            ImageStructure structure = walk(jpeg(new Bytes().segment(DQT, bad)));
            assertThat(structure.quantization()).isNull();
            assertThat(structure.findings())
                    .extracting(finding -> finding.code())
                    .containsExactly(FindingCode.STRUCTURE_DAMAGED);
        }
        byte[] whole = jpeg(new Bytes().segment(DQT, joined(ZERO, ONE)));
        for (int length = 0; length < 130; length++) {
            assertThat(walk(Arrays.copyOf(whole, length)).quantization()).isNull();
        }
    }

    @Test
    void aPictureWithoutTablesHasNone() {
        assertThat(walk(SampleImages.jpeg()).quantization()).isNull();
        assertThat(walk(SampleImages.png()).quantization()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 10, 15, 25, 30, 36, 46, 50, 60, 75, 85, 90, 95, 99, 100})
    void theQualityIsThatOfTheEncoder(int quality) {
        byte[] jpeg = Pictures.jpeg(Pictures.drawn(3, 64, 48), quality / 100f);
        assertThat(quality(jpeg)).isEqualTo(quality);
        assertThat(quality(Pictures.jpeg(Pictures.drawn(4, 64, 48), quality / 100f, true)))
                .isEqualTo(quality);
    }

    @Test
    void equalSettingsGiveEqualDigestsAndOthersDoNot() {
        byte[] one = Pictures.jpeg(Pictures.drawn(3, 64, 48), 0.6f);
        byte[] other = Pictures.jpeg(Pictures.drawn(4, 80, 60), 0.6f);
        byte[] better = Pictures.jpeg(Pictures.drawn(3, 64, 48), 0.61f);
        assertThat(walk(one).quantization()).isEqualTo(walk(other).quantization());
        assertThat(walk(one).quantization()).isNotEqualTo(walk(better).quantization());
    }

    @Test
    void tablesOfACamerasOwnHaveNoQuality() {
        assertThat(of(new Bytes().segment(DQT, ZERO))).isNotNull();
        assertThat(quality(jpeg(new Bytes().segment(DQT, ZERO)))).isNull();
        byte[] flat = new byte[65];
        Arrays.fill(flat, 1, 65, (byte) 16);
        assertThat(quality(jpeg(new Bytes().segment(DQT, flat)))).isNull();
        assertThat(quality(jpeg(new Bytes().segment(DQT, new byte[65])))).isNull();
    }
}
