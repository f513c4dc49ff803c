package org.photoledger.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.image.HeifConverter;
import org.photoledger.image.ImageLimits;
import org.photoledger.metadata.MetadataLimits;
import org.photoledger.source.Reason;
import org.photoledger.testing.SampleImages;

/** A converter for HEIC in a real worker: it is handed down, and it never outlives its worker. */
class HeifWorkerIT {

    @TempDir
    private Path folder = Path.of("");

    private WorkerPool pool(Duration deadline, String... lines) throws IOException {
        Path program = folder.resolve("program");
        Files.writeString(program, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        ExaminationSettings settings = new ExaminationSettings(
                ImageLimits.defaults(),
                MetadataLimits.defaults(),
                new HeifConverter(program, "9.8.7", Duration.ofMinutes(5)),
                null,
                1_000);
        return new WorkerPool(new WorkerSettings(
                1, deadline, 128, 512, 1 << 20, 2, folder.resolve("workers"), Confinement.ofThisSystem(), settings));
    }

    @Test
    void itsRouteIsInTheRecord() throws IOException {
        String picture = "printf 'YUV4MPEG2 W4 H2 F30:1\\nFRAME\\nabcdefgh' > out.y4m";
        try (WorkerPool pool = pool(Duration.ofSeconds(60), picture)) {
            Examination.Examined examined = (Examination.Examined) pool.examine(SampleImages.heic());
            assertThat(examined.found().decodeRoute()).isEqualTo("HEIF_CONVERT 9.8.7");
            assertThat(examined.found().perceptualHash()).isNotNull();
        }
    }

    @Test
    void oneThatHangsEndsWithItsWorker() throws Exception {
        Path pids = folder.resolve("pids");
        try (WorkerPool pool = pool(Duration.ofSeconds(8), "echo $$ >> " + pids, "exec sleep 300")) {
            assertThat(pool.examine(SampleImages.heic())).isEqualTo(new Examination.Lost(Reason.DEADLINE, 2));
        }
        assertThat(Files.readAllLines(pids)).hasSize(2);
        for (String pid : Files.readAllLines(pids)) {
            // a killed process counts as alive until it is reaped
            ProcessHandle.of(Long.parseLong(pid))
                    .ifPresent(process ->
                            process.onExit().orTimeout(20, TimeUnit.SECONDS).join());
        }
        assertThat(folder.resolve("workers")).doesNotExist();
    }
}
