package org.photoledger.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.photoledger.image.ContainerWalker;
import org.photoledger.image.ImageBytes;
import org.photoledger.image.ImageDecoder;
import org.photoledger.image.ImageLimits;
import org.photoledger.image.Luma;
import org.photoledger.testing.SharedFiles;

/** The shipped models read the cards of the input samples, upright and turned. */
class TextReaderTest {

    private static final TextReader READER = TextReader.open(640, 50);

    @AfterAll
    static void close() {
        READER.close();
    }

    private static Luma sample(String name) throws IOException {
        byte[] file = Files.readAllBytes(
                SharedFiles.repository().resolve("input-samples").resolve(name));
        ImageBytes bytes = ImageBytes.of(file);
        ImageLimits limits = ImageLimits.defaults();
        return Luma.of(java.util.Objects.requireNonNull(new ImageDecoder(limits)
                .decode(bytes, new ContainerWalker(limits).walk(bytes), "image/jpeg")
                .pixels()));
    }

    private static List<String> accepted(Luma picture) {
        return READER.read(picture).stream()
                .flatMap(region -> region.readings().stream())
                .filter(Reading::accepted)
                .map(reading -> reading.normalized().replace(" ", ""))
                .toList();
    }

    @Test
    void aWesternNumberIsReadFromItsCard() throws IOException {
        assertThat(accepted(sample("2013-04-05/DSC_0101.jpg"))).contains("2138/4");
        assertThat(accepted(sample("2013-04-05/DSC_0103.jpg"))).contains("4071");
    }

    @Test
    void aCardThatStandsOnItsHeadOrOnItsSideIsRead() throws IOException {
        Luma upright = sample("2013-04-05/DSC_0103.jpg");
        for (int orientation : List.of(3, 6, 8)) {
            assertThat(accepted(upright.turned(orientation)))
                    .as("orientation " + orientation)
                    .contains("4071");
        }
    }

    @Test
    void aPictureWithoutTextGivesNothing() {
        assertThat(READER.read(new Luma(640, 480, new float[640 * 480]))).isEmpty();
    }

    @Test
    void aPictureOfOneRowIsReadWithoutHarm() {
        assertThat(READER.read(new Luma(30_000, 1, new float[30_000]))).isEmpty();
    }

    @Test
    void aDamagedModelIsNamed() {
        assertThatThrownBy(() -> Model.of("mine.onnx", new byte[100]))
                .isInstanceOf(TextUnavailableException.class)
                .hasMessageContainingAll("mine.onnx", "missing or damaged");
    }
}
