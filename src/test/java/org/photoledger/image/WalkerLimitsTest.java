package org.photoledger.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.photoledger.finding.FindingCode;
import org.photoledger.testing.Bytes;
import org.photoledger.testing.SampleImages;

/** Each limit of the structure walk holds at its edge: as much is kept, one more is left out with a finding. */
class WalkerLimitsTest {

    private static List<FindingCode> codes(byte[] bytes, ImageLimits limits) {
        return new ContainerWalker(limits)
                .walk(ImageBytes.of(bytes)).findings().stream()
                        .map(finding -> finding.code())
                        .toList();
    }

    private static byte[] jpegWithComments(int count, int length) {
        Bytes jpeg = new Bytes().add(0xff, 0xd8);
        for (int at = 0; at < count; at++) {
            jpeg.segment(0xfe, new byte[length]);
        }
        return jpeg.add(SampleImages.jpegPixels()).add(0xff, 0xd9).array();
    }

    @Test
    void aBlockOfTheLimitIsKeptAndOneByteMoreIsLeftOut() {
        assertThat(codes(jpegWithComments(1, 100), new ImageLimits(1, 1, 100, 4, 100, 10)))
                .isEmpty();
        assertThat(codes(jpegWithComments(1, 101), new ImageLimits(1, 1, 100, 4, 100, 10)))
                .containsExactly(FindingCode.BLOCK_TOO_LARGE);
    }

    @Test
    void blocksUpToTheirLimitAreKeptAndOneMoreIsLeftOut() {
        ImageLimits limits = new ImageLimits(1, 1, 100, 3, 100, 10);
        assertThat(codes(jpegWithComments(3, 10), limits)).isEmpty();
        assertThat(codes(jpegWithComments(4, 10), limits)).containsExactly(FindingCode.BLOCK_LIMIT);
    }

    /** A TIFF whose directories, one entry each, lie one behind the other. */
    private static byte[] tiffOfDirectories(int count) {
        Bytes tiff = new Bytes().text("MM").add(0, 42, 0, 0, 0, 8);
        for (int at = 1; at <= count; at++) {
            int next = at == count ? 0 : 8 + at * 18;
            tiff.add(0, 1, 1, 0, 0, 3, 0, 0, 0, 1, 0, 7, 0, 0, 0, 0, next >> 8, next & 0xff);
        }
        return tiff.array();
    }

    @Test
    void directoriesUpToTheirLimitAreVisitedAndOneMoreIsTold() {
        ImageLimits limits = new ImageLimits(1, 1, 1 << 20, 10, 100, 5);
        assertThat(codes(tiffOfDirectories(5), limits)).doesNotContain(FindingCode.BLOCK_LIMIT);
        assertThat(codes(tiffOfDirectories(6), limits)).contains(FindingCode.BLOCK_LIMIT);
    }
}
