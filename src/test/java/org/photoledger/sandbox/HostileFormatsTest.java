package org.photoledger.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;
import org.photoledger.image.Decoding;
import org.photoledger.image.ImageBytes;
import org.photoledger.image.PixelSize;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.testing.Bytes;
import org.photoledger.testing.TiffFile;
import org.photoledger.testing.TiffFile.Directory;

/** Files made to exhaust a reader are recorded with what they say, and with the limit that they met. */
class HostileFormatsTest {

    private static PhotoExamination examine(byte[] file) {
        return PhotoExaminers.withoutText().examine(ImageBytes.of(file));
    }

    private static List<FindingCode> codes(PhotoExamination found) {
        return found.findings().stream().map(Finding::code).toList();
    }

    @Test
    void aPngOfTwoAndAHalfGigapixelsIsRefusedByTheNamedLimit() {
        byte[] header = new Bytes().u32(50_000).u32(50_000).add(8, 2, 0, 0, 0).array();
        byte[] file = new Bytes()
                .add(0x89)
                .text("PNG\r\n\u001a\n")
                .chunk("IHDR", header)
                .chunk("IDAT", Bytes.of(0x78, 0x9c, 3, 0, 0, 0, 0, 1))
                .chunk("IEND", new byte[0])
                .array();
        PhotoExamination found = examine(file);
        assertThat(found.size()).isEqualTo(new PixelSize(50_000, 50_000));
        assertThat(found.decode()).isEqualTo(Decoding.Status.REFUSED);
        assertThat(codes(found)).containsExactly(FindingCode.PIXELS_REFUSED);
        assertThat(found.findings().get(0).detail()).isEqualTo("50000x50000 exceeds 200000000 pixels");
    }

    @Test
    void aTiffThatLoopsIsRecorded() {
        Directory first = new Directory()
                .size(20, 10)
                .number(258, 8)
                .number(259, 1)
                .number(262, 1)
                .data(273, 279, new byte[200]);
        PhotoExamination found = examine(TiffFile.plain().page(first.loop()).array());
        assertThat(codes(found)).containsExactly(FindingCode.IFD_LOOP);
        assertThat(found.findings().get(0).detail()).contains("is referred to twice");
        assertThat(found.decode()).isEqualTo(Decoding.Status.DECODED);
    }

    @Test
    void subDirectoriesThatLoopEnd() {
        Directory parent = new Directory().size(20, 10);
        Directory child = new Directory().size(10, 5).number(254, 1);
        byte[] file = TiffFile.plain()
                .page(parent.to(330, child.number(330, 64, 64, 64)))
                .array();
        assertThat(codes(examine(file))).contains(FindingCode.IFD_LOOP);
    }

    @Test
    void moreDirectoriesThanTheLimitAreLeftOut() {
        TiffFile chain = TiffFile.plain();
        for (int page = 0; page < 1_100; page++) {
            chain.page(new Directory().size(20, 10).number(254, 1));
        }
        PhotoExamination found = examine(chain.array());
        assertThat(codes(found)).contains(FindingCode.BLOCK_LIMIT);
        assertThat(found.findings().toString()).contains("more than 1000 directories");
    }
}
