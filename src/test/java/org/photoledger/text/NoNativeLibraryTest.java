package org.photoledger.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.photoledger.image.Luma;

/** On a platform that ONNX Runtime has no library for, text is off, with one message that says so. */
class NoNativeLibraryTest {

    /** What the child process runs. */
    static final class Opened {

        private Opened() {}

        public static void main(String[] arguments) {
            try (TextReader reader = TextReader.open(TextSettings.of(640, 50))) {
                reader.examine(new Luma(1, 1, new float[1]));
                System.out.println("opened");
            } catch (TextUnavailableException e) {
                System.out.println(e.reason() + " " + e.getMessage());
            }
        }
    }

    @Test
    void aPlatformWithoutTheLibraryIsToldAsSuch() throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder child = new ProcessBuilder(java.toString(), "-Dos.name=Plan9", Opened.class.getName());
        // by environment: a long command line crashes ONNX Runtime
        child.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        child.redirectErrorStream(true);
        Process process = child.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(said).contains("NO_NATIVE_LIBRARY", "Text is off", "no native library for Plan9");
    }
}
