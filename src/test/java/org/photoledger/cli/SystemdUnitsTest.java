package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.testing.SharedFiles;

class SystemdUnitsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void systemdAcceptsTheUnitsOfAHomeWithASpaceAndAPercentSign() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "systemd-analyze is not installed");
        Path launcher = SharedFiles.repository().resolve("photoledger").toAbsolutePath();
        Path home = folder.resolve("case 12 at 100 %");
        Map<String, String> texts = new SystemdUnits(launcher, home).texts();
        for (Map.Entry<String, String> unit : texts.entrySet()) {
            String name = unit.getKey().replace("@.", "@mnt-leak.");
            Files.writeString(folder.resolve(name), unit.getValue());
        }

        Process process = new ProcessBuilder(
                        "systemd-analyze",
                        "verify",
                        folder.resolve("photoledger-import@mnt-leak.service").toString(),
                        folder.resolve("photoledger-import@mnt-leak.timer").toString(),
                        folder.resolve("photoledger-notify@mnt-leak.service").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.lines().filter(line -> line.contains("photoledger"))).isEmpty();
        assertThat(texts)
                .allSatisfy((name, text) -> assertThat(text).doesNotContain("@PHOTOLEDGER@", "@HOME", "@NOTIFY@"));
    }

    @Test
    void whatSystemdWouldReadOtherwiseIsQuoted() {
        assertThat(SystemdUnits.quoted(Path.of("/srv/a \"b\" 100%"))).isEqualTo("\"/srv/a \\\"b\\\" 100%%\"");
    }
}
