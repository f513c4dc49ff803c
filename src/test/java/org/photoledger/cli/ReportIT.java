package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.testing.Photoledger;
import org.photoledger.testing.SmallPhotos;

/** What the verbs {@code report} and {@code compare} answer. */
class ReportIT {

    @TempDir
    private static Path folder = Path.of("");

    private static Photoledger program = new Photoledger(folder);
    private static Path source = folder;

    @BeforeAll
    static void anImport() throws IOException {
        program = new Photoledger(folder);
        source = Files.createDirectory(folder.resolve("leak"));
        SmallPhotos.fill(source, 5);
        assertThat(program.run("import", source.toString(), "--text", "off", "-q")
                        .exitCode())
                .isZero();
    }

    @Test
    void aReportIsMadeAnewInTheFormatTheLanguageAndTheFolderThatAreAskedFor() throws IOException {
        Path out = folder.resolve("out");
        Photoledger.Ended report =
                program.run("report", "1", "--format", "html", "--language", "ar", "-o", out.toString(), "--json");
        assertThat(report.exitCode()).as(report.errors()).isZero();
        assertThat(report.lines())
                .containsExactly(
                        "{\"v\":1,\"type\":\"file\",\"file\":\"" + out.resolve("run-1.html") + "\"}",
                        "{\"v\":1,\"type\":\"end\",\"exitCode\":0}");
        assertThat(Files.readString(out.resolve("run-1.html"))).contains("<html lang=\"ar\" dir=\"rtl\">", "الحسابات");
        try (var files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("run-1.html", "SHA256SUMS");
        }
    }

    @Test
    void aReportIsNeverWrittenIntoASourceAndOfNoRunThatIsNotThere() {
        assertThat(program.run("report", "1", "-o", source.toString()).exitCode())
                .isEqualTo(2);
        assertThat(program.run("report", "7").exitCode()).isEqualTo(10);
    }

    @Test
    void aRunIsComparedWithItselfAndNothingDiffers() {
        Photoledger.Ended compared = program.run("compare", "1", "last", "--json");
        assertThat(compared.exitCode()).as(compared.errors()).isZero();
        List<String> lines = compared.lines();
        assertThat(lines).hasSize(11);
        assertThat(lines.get(0)).isEqualTo("{\"v\":1,\"type\":\"count\",\"name\":\"names\",\"was\":5,\"became\":5}");
        assertThat(lines.get(10))
                .isEqualTo("{\"v\":1,\"type\":\"end\",\"exitCode\":0,\"one\":1,\"other\":1,\"filesInBoth\":5}");
    }
}
