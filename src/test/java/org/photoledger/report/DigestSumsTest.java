package org.photoledger.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestSumsTest {

    /** Of the three bytes abc: FIPS 180-2, appendix B.1. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    private Path folder = Path.of("");

    private Path file(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "abc");
    }

    @Test
    void linesOfOtherRunsStayAndThoseOfFilesThatAreGoneGo() throws IOException {
        file("run-1.html");
        Files.writeString(
                folder.resolve(DigestSums.FILE),
                "0".repeat(64) + "  run-1.html\n" + "1".repeat(64) + "  run-2.html\n" + "2".repeat(64)
                        + "  run-9.html\n");
        assertThat(DigestSums.of(folder, List.of(file("run-2.html"))))
                .isEqualTo("0".repeat(64) + "  run-1.html\n" + ABC + "  run-2.html\n");
    }

    @Test
    void aDamagedListOfDigestsIsMadeAnew() throws IOException {
        String line = "0".repeat(64) + "  ../run-1.html\n" + "0".repeat(64) + "  \u0000\u00ff.html\n\n";
        Files.write(folder.resolve(DigestSums.FILE), line.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(DigestSums.of(folder, List.of(file("run-2.html")))).isEqualTo(ABC + "  run-2.html\n");
    }
}
