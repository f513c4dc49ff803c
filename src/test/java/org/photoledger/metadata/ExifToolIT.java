package org.photoledger.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.testing.SharedFiles;

/** ExifTool is the reference; needs exiftool and the camera files beside the repository. */
class ExifToolIT {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void givesNinetyNinePercentOfExifToolsValuesAndHardlyAWrongOne() throws IOException, InterruptedException {
        Path files = SharedFiles.folder("camera-files");
        assumeTrue(Files.isDirectory(files), "the camera files are not on this machine");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/exiftool")), "exiftool is not on this machine");
        Path truth = folder.resolve("truth.json");
        new ProcessBuilder("exiftool", "-q", "-q", "-j", "-G0:1", "-n", "-a", "-r", files.toString())
                .redirectOutput(truth.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();

        ExifToolComparison comparison = ExifToolComparison.of(truth);

        int[] totals = comparison.totals();
        assertThat(totals[0]).isGreaterThan(1_000);
        assertThat((double) (totals[0] - totals[1] - totals[2]) / totals[0]).isGreaterThanOrEqualTo(0.990);
        assertThat(2_000.0 * totals[1] / totals[0]).isLessThanOrEqualTo(1);
        assertThat(comparison.wrongJpegSizes()).isZero();
    }
}
