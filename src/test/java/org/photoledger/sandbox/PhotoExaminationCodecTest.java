package org.photoledger.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.photoledger.digest.Sha256;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;
import org.photoledger.image.Decoding;
import org.photoledger.image.PixelSize;
import org.photoledger.image.RasterStatistics;
import org.photoledger.metadata.FieldValue;
import org.photoledger.metadata.MetadataValue;
import org.photoledger.metadata.PhotoField;
import org.photoledger.metadata.PhotoMetadata;
import org.photoledger.photo.FileTraces;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.similarity.PerceptualHash;
import org.photoledger.testing.TextExamples;
import org.photoledger.testing.TraceExamples;

class PhotoExaminationCodecTest {

    private static PhotoExamination found(String text) {
        return found(text, TraceExamples.whole());
    }

    private static PhotoExamination found(String text, FileTraces traces) {
        return found(text, TraceExamples.trimmedHash(), traces);
    }

    private static PhotoExamination found(String text, @Nullable PerceptualHash trimmedHash, FileTraces traces) {
        return new PhotoExamination(
                "image/jpeg",
                true,
                new PixelSize(4000, 3000),
                Sha256.of(new byte[] {1}),
                new PhotoMetadata(
                        Map.of(PhotoField.MAKE, new FieldValue(text, "EXIF", FieldValue.Agreement.CONFLICT)),
                        List.of(new MetadataValue(
                                "EXIF", "IFD0", "0x010f", "Make", null, List.of("A"), text, "00ff", true)),
                        List.of(new Finding(FindingCode.METADATA_CONFLICT, text, "metadata-1"))),
                Decoding.Status.PARTIAL,
                "SUB 2",
                new PerceptualHash("ab".repeat(32), 77),
                TraceExamples.thumb(1),
                trimmedHash,
                new RasterStatistics(101.5, 33.25, 7),
                traces,
                TextExamples.text(text),
                null,
                List.of(new Finding(FindingCode.DECODE_PARTIAL, text, "decode-1")));
    }

    @Test
    void anyTextSurvivesTheWay() throws MalformedFrameException {
        PhotoExamination found = found("nul \0 lone \ud800 ٣ " + "z".repeat(5_000_000));
        assertThat(PhotoExaminationCodec.decode(PhotoExaminationCodec.encode(found)))
                .isEqualTo(found);
    }

    @Test
    void everyTraceThatIsMissingStaysMissing() throws MalformedFrameException {
        for (FileTraces traces : List.of(TraceExamples.whole(), TraceExamples.sparse(), FileTraces.none())) {
            PhotoExamination found = found("text", traces);
            assertThat(PhotoExaminationCodec.decode(PhotoExaminationCodec.encode(found)))
                    .isEqualTo(found);
        }
    }

    @Test
    void aPhotoWithoutBorderHasNoHashInsideOne() throws MalformedFrameException {
        PhotoExamination found = found("text", null, FileTraces.none());
        assertThat(PhotoExaminationCodec.decode(PhotoExaminationCodec.encode(found)))
                .isEqualTo(found);
    }

    @Test
    void whatIsNoPhotoSurvivesTheWay() throws MalformedFrameException {
        PhotoExamination found = PhotoExamination.notAPhoto("text/plain");
        assertThat(PhotoExaminationCodec.decode(PhotoExaminationCodec.encode(found)))
                .isEqualTo(found);
    }

    @Test
    void alteredBytesAreDecodedOrRefusedAndNothingElse() {
        byte[] bytes = PhotoExaminationCodec.encode(found("text"));
        Random random = new Random(11);
        int refused = 0;
        for (int round = 0; round < 5_000; round++) {
            byte[] altered = bytes.clone();
            altered[random.nextInt(altered.length)] = (byte) random.nextInt(256);
            try {
                assertThat(PhotoExaminationCodec.decode(altered)).isNotNull();
            } catch (MalformedFrameException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }
}
