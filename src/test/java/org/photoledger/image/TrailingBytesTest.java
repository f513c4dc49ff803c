package org.photoledger.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.photoledger.finding.FindingCode;
import org.photoledger.testing.Bytes;
import org.photoledger.testing.SampleImages;

/** Bytes after a picture's end are counted where its format has an end and the walk met it. */
class TrailingBytesTest {

    private static final List<String> WITHOUT_END = List.of("TIFF", "ISO_BMFF");

    private static ImageStructure walk(byte[] bytes) {
        return new ContainerWalker(ImageLimits.defaults()).walk(ImageBytes.of(bytes));
    }

    private static Map<String, byte[]> withEnd() {
        Map<String, byte[]> samples = new TreeMap<>(SampleImages.all());
        samples.keySet().removeAll(WITHOUT_END);
        return samples;
    }

    private static @Nullable Integer count(byte[] bytes) {
        return walk(bytes).trailingBytes();
    }

    @Test
    void whatEndsWhereItSaysHasNone() {
        withEnd().forEach((name, bytes) -> assertThat(count(bytes)).as(name).isZero());
    }

    @Test
    void whatFollowsTheEndIsCountedAndFound() {
        withEnd().forEach((name, bytes) -> {
            ImageStructure structure =
                    walk(new Bytes().add(bytes).text("seven b").array());
            assertThat(structure.trailingBytes()).as(name).isEqualTo(7);
            assertThat(structure.findings())
                    .as(name)
                    .anyMatch(finding -> finding.code() == FindingCode.TRAILING_BYTES
                            && finding.detail().startsWith("7 bytes"));
        });
    }

    @Test
    void aSecondPictureAfterAJpegIsCountedWhole() {
        byte[] one = SampleImages.jpeg();
        assertThat(count(new Bytes().add(one).add(one).array())).isEqualTo(one.length);
    }

    @Test
    void aFormatWithoutEndMarkHasNoCount() {
        for (String name : WITHOUT_END) {
            byte[] sample = SampleImages.all().getOrDefault(name, new byte[0]);
            assertThat(count(sample)).as(name).isNull();
            assertThat(count(new Bytes().add(sample).add(1, 2).array()))
                    .as(name)
                    .isNull();
        }
    }

    @Test
    void aFileThatIsCutShortHasNoCount() {
        withEnd()
                .forEach((name, bytes) -> assertThat(count(Arrays.copyOf(bytes, bytes.length - 1)))
                        .as(name)
                        .isNull());
    }

    @Test
    void thePaddingOfAnOddWebpIsNoTrailingByte() {
        byte[] odd = SampleImages.webp();
        odd[4]--;
        assertThat(count(odd)).isNotNull().isEqualTo(odd[odd.length - 1] == 0 ? 0 : 1);
    }
}
