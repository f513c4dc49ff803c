package org.photoledger.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.digest.Sha256;
import org.photoledger.image.Luma;

/** An operator's own recognition model runs behind the same code; what does not fit is refused with one clear sentence. */
class OwnRecognizerTest {

    @TempDir
    private Path folder;

    private Path model = Path.of("");
    private Path dictionary = Path.of("");

    @BeforeEach
    void copies() throws IOException {
        model = copy("ch_PP-OCRv4_rec_infer.onnx", "mine.onnx");
        dictionary = copy("ppocr_keys_v1.txt", "mine.txt");
    }

    private Path copy(String resource, String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = OwnRecognizerTest.class.getResourceAsStream("/models/" + resource)) {
            Files.copy(java.util.Objects.requireNonNull(in), file);
        }
        return file;
    }

    private static void refused(ThrowingCallable call, Path file, String... words) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TextUnavailableException.class,
                        e -> assertThat(e.reason()).isEqualTo(TextUnavailableException.Reason.MODEL))
                .hasMessageContaining(file.toString())
                .hasMessageContainingAll(words);
    }

    @Test
    void theBuiltInModelAsAFileReadsTheSameUnderAnotherName() throws IOException {
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 40);
        Luma line = Luma.of(PrintedLine.picture(PrintedLine.outline("Case 2138/4", font), 40));
        TextBox whole = new TextBox(
                new Corner(0, 0),
                new Corner(line.width(), 0),
                new Corner(line.width(), line.height()),
                new Corner(0, line.height()));
        List<Reading> own = read(new TextSettings(640, 50, model, dictionary), line, whole);
        List<Reading> builtIn = read(TextSettings.of(640, 50), line, whole);
        assertThat(builtIn).extracting(Reading::engine).contains("pp-ocr-v4");
        String name = "own-" + Sha256.of(Files.readAllBytes(model)).hex().substring(0, 8);
        assertThat(own).isEqualTo(builtIn.stream().map(r -> named(r, name)).toList());
    }

    private static List<Reading> read(TextSettings settings, Luma line, TextBox box) {
        try (TextReader reader = TextReader.open(settings)) {
            return reader.readLine(line, box);
        }
    }

    private static Reading named(Reading reading, String engine) {
        return reading.engine().equals("pp-ocr-v4")
                ? new Reading(
                        engine,
                        reading.raw(),
                        reading.script(),
                        reading.confidence(),
                        reading.confidences(),
                        reading.alternatives(),
                        reading.accepted())
                : reading;
    }

    @Test
    void missingFilesAreNamed() {
        Path none = folder.resolve("none");
        refused(() -> OwnRecognizer.open(none, dictionary), none, "missing");
        refused(() -> OwnRecognizer.open(model, none), none, "missing");
        refused(() -> OwnRecognizer.open(folder, dictionary), folder, "cannot be read");
    }

    @Test
    void aDamagedModelIsNamed() throws IOException {
        byte[] bytes = Files.readAllBytes(model);
        Files.write(model, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        refused(() -> OwnRecognizer.open(model, dictionary), model, "damaged");
        Files.write(model, new byte[100]);
        refused(() -> TextReader.open(new TextSettings(640, 50, model, dictionary)), model, "damaged");
        Files.write(model, new byte[0]);
        refused(() -> OwnRecognizer.open(model, dictionary), model, "damaged");
    }

    @Test
    void aDictionaryOfAnotherSizeIsRefused() throws IOException {
        Files.write(dictionary, List.of("a", "b", "c"));
        refused(() -> OwnRecognizer.open(model, dictionary), dictionary, "3 lines", "6624");
        Files.write(dictionary, new byte[] {'a', '\n', (byte) 0xff, '\n'});
        refused(() -> OwnRecognizer.open(model, dictionary), dictionary, "UTF-8");
    }

    @Test
    void aModelOfAnotherKindIsRefused() throws IOException {
        Path detector = copy("ch_PP-OCRv4_det_infer.onnx", "detector.onnx");
        refused(() -> OwnRecognizer.open(detector, dictionary), detector, "recognition model");
        Path turns = copy("ch_ppocr_mobile_v2.0_cls_infer.onnx", "turns.onnx");
        refused(() -> OwnRecognizer.open(turns, dictionary), turns, "recognition model");
    }

    @Test
    void anOwnModelAndItsDictionaryAreGivenBothOrNeither() {
        assertThatThrownBy(() -> new TextSettings(640, 50, model, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("both or neither");
    }
}
