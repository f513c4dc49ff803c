package org.photoledger.text;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static final TextReader READER = TextReader.open(TextSettings.of(640, 50));

    private static final TextExamination NOTHING = new TextExamination(List.of(), false);

    @AfterAll
    static void close() {
        READER.close();
    }

    private static Luma sample(String name) throws IOException {
        return decoded(Files.readAllBytes(
                SharedFiles.repository().resolve("input-samples").resolve(name)));
    }

    private static Luma decoded(byte[] file) {
        ImageBytes bytes = ImageBytes.of(file);
        ImageLimits limits = ImageLimits.defaults();
        return Luma.of(java.util.Objects.requireNonNull(new ImageDecoder(limits)
                .decode(bytes, new ContainerWalker(limits).walk(bytes), "image/jpeg")
                .pixels()));
    }

    private static List<String> accepted(Luma picture) {
        return READER.examine(picture).regions().stream()
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
    void aRegionTellsItsTurnAndIsScaledWithoutChangeOfIt() throws IOException {
        Luma sideways = sample("2013-04-05/DSC_0103.jpg").turned(6);
        TextRegion region = readAs("4071", READER.examine(sideways));
        assertThat(region.turn()).isEqualTo(90);
        TextRegion scaled = region.scaled(2, 3);
        assertThat(scaled.turn()).isEqualTo(90);
        assertThat(scaled.box().topStart())
                .isEqualTo(new Corner(
                        2 * region.box().topStart().x(),
                        3 * region.box().topStart().y()));
        assertThat(scaled.readings()).isEqualTo(region.readings());
    }

    private static TextRegion readAs(String number, TextExamination examination) {
        return examination.regions().stream()
                .filter(region -> region.readings().stream()
                        .anyMatch(reading -> reading.normalized().equals(number)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theCropAloneIsReadAgain() throws IOException {
        for (String number : List.of("2138/4", "4071")) {
            String name = number.equals("4071") ? "DSC_0103.jpg" : "DSC_0101.jpg";
            byte[] jpeg = readAs(number, READER.examine(sample("2013-04-05/" + name)))
                    .crop()
                    .jpeg();
            Luma crop = decoded(jpeg);
            assertThat(READER.readLine(crop, whole(crop)))
                    .anyMatch(reading -> reading.normalized().equals(number));
        }
    }

    private static TextBox whole(Luma line) {
        return new TextBox(
                new Corner(0, 0),
                new Corner(line.width(), 0),
                new Corner(line.width(), line.height()),
                new Corner(0, line.height()));
    }

    @Test
    void moreLinesThanTheLimitAreToldAndNotRead() throws IOException {
        Luma lines = linesOfText(6);
        TextExamination all = READER.examine(lines);
        assertThat(all.limited()).isFalse();
        assertThat(all.regions()).hasSize(6);
        assertThat(limited(lines, 6).limited()).isFalse();
        TextExamination limited = limited(lines, 5);
        assertThat(limited.limited()).isTrue();
        assertThat(limited.regions()).isEqualTo(all.regions().subList(0, 5));
    }

    private static TextExamination limited(Luma picture, int most) {
        try (TextReader reader = TextReader.open(TextSettings.of(640, most))) {
            return reader.examine(picture);
        }
    }

    /** The card of a sample, again and again below itself. */
    private static Luma linesOfText(int count) throws IOException {
        Luma card = sample("2013-04-05/DSC_0102.jpg");
        int top = 290;
        int height = 90;
        float[] samples = new float[card.width() * height * count];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = card.at(at % card.width(), top + at / card.width() % height);
        }
        return new Luma(card.width(), height * count, samples);
    }

    @Test
    void aPictureWithoutTextGivesNothing() {
        assertThat(READER.examine(new Luma(640, 480, new float[640 * 480]))).isEqualTo(NOTHING);
    }

    @Test
    void aPictureOfOneRowOrColumnOrPixelIsReadWithoutHarm() {
        assertThat(READER.examine(new Luma(30_000, 1, new float[30_000]))).isEqualTo(NOTHING);
        assertThat(READER.examine(new Luma(1, 30_000, new float[30_000]))).isEqualTo(NOTHING);
        assertThat(READER.examine(new Luma(1, 1, new float[1]))).isEqualTo(NOTHING);
    }

    @Test
    void linesOfNoSizeAndOutsideThePictureAreReadWithoutHarm() {
        Luma picture = new Luma(30, 30, new float[900]);
        for (double side : List.of(0.0, 1.0, 30_000.0)) {
            Corner from = new Corner(-500, -500);
            Corner end = new Corner(-500 + side, -500);
            Corner far = new Corner(-500 + side, -500 + side);
            TextBox box = new TextBox(from, end, far, new Corner(-500, -500 + side));
            assertThat(READER.readLine(picture, box)).noneMatch(Reading::accepted);
        }
    }

    @Test
    void theVersionNamesEveryEngine() {
        assertThat(TextReader.ENGINE_VERSION).contains("PP-OCRv4_det", "pp-ocr-v4", "digits-", "judge-");
    }
}
